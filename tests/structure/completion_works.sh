# Command lines are completed in bash; that zsh and fish can read theirs is for completion_parses.
cd "$1" && . tests/structure/sources.sh
command -v bash >/dev/null || skip 'bash is not installed'
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
export PATH="${2%/*}:$PATH" CRM_DB="$folder/crm.db" LC_ALL=C.UTF-8
crm init --company 'Eigene GmbH' >/dev/null &&
    crm contact add-company 'Müller & Söhne GmbH' --tag Stammkunde >/dev/null &&
    crm contact add-person 'Anna Groß' --staff AG --force >/dev/null &&
    crm stock product add P-100 Pumpe --group Hydraulik >/dev/null || exit 1

bash --norc --noprofile -s "$1" <<'EOF'
source "$1/completions/crm.bash"
failures=0

# Completes at the end of the words, the last of which may be empty; compares what is offered.
expect() # offers, sorted; words…
{
    COMP_WORDS=("${@:2}")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _crm
    local offered
    offered=$(printf '%s\n' "${COMPREPLY[@]}" | sort -u | paste -sd '|')
    [[ $offered == "$1" ]] && return
    printf 'after "%s": "%s", not "%s"\n' "${*:2}" "$offered" "$1"
    failures=$((failures + 1))
}

expect 'contact' crm cont
expect 'add-company|add-person|address' crm contact add
expect 'list' crm --db x.db contact li
expect 'list' crm --db = x.db contact li
expect 'phone|post' crm contact block 10001 p
expect 'fax' crm contact allow 10001 post fa
expect 'visit' crm contact prefer 10001 v
expect 'debit' crm contact condition add 10001 --payment d
expect 'add' crm contact address a
expect '--format' crm contact list --form
expect '--customer' crm contact list --cust
expect 'json|jsonl' crm contact list -f json
expect 'jsonl' crm contact list --format = jsonl
expect 'vcard' crm contact export -f v
expect 'vcard' crm contact import x --from v
expect 'company' crm contact list --kind c
expect 'Stammkunde' crm contact list --tag s
expect 'AG' crm contact list --manager a
expect 'Müller\ \&\ Söhne\ GmbH' crm contact show mü
expect 'Müller & Söhne GmbH' crm contact show '"Mü'
expect 'Müller\ \&\ Söhne\ GmbH' crm contact employ 'Anna\ Groß' M
expect 'Anna\ Groß' crm contact employ An
expect 'Stammkunde' crm contact tag 10001 St
expect '' crm contact list -- --f
expect 'P-100' crm stock product show p
expect 'Hydraulik' crm stock product list --group hy
expect 'P-100' crm contact condition explain 10001 P-
cd "$1/completions"
expect 'crm.bash|crm.fish' crm contact import crm
exit $((failures > 0))
EOF
