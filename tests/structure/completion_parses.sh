# zsh and fish can read their completions.
cd "$1" && . tests/structure/sources.sh
missing=''
findings=$(
    if command -v zsh >/dev/null; then zsh -n completions/_crm 2>&1; fi
    if command -v fish >/dev/null; then fish --no-config -n completions/crm.fish 2>&1; fi
)
[ -n "$findings" ] && finish 'syntax errors' "$findings"
command -v zsh >/dev/null || missing="$missing zsh"
command -v fish >/dev/null || missing="$missing fish"
[ -z "$missing" ] || skip "not installed:$missing"
