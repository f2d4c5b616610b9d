# completions/ and man/ are what the program generates: `ninja generate` writes them.
cd "$1" && . tests/structure/sources.sh
crm=$2
made=$(mktemp -d) && trap 'rm -rf "$made"' EXIT
mkdir "$made/completions" "$made/man"
for shell in bash zsh fish; do "$crm" __generate $shell "$made/completions" || exit 1; done
"$crm" __generate man "$made/man" man/prose || exit 1
finish 'not as generated' "$(
    diff -ru completions "$made/completions" 2>&1
    diff -ru -x prose man "$made/man" 2>&1
)"
