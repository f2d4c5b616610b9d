# man/prose has a page for each noun and a paragraph with an example for each verb, and no others.
cd "$1" && . tests/structure/sources.sh
tree=$(mktemp) && trap 'rm -f "$tree"' EXIT
"$2" __describe >"$tree" || exit 1

findings()
{
    awk -F '\t' '$2 == "command" { split($1, word, " "); print word[2] }' "$tree" | sort -u |
        while read -r noun; do
            page=man/prose/crm${noun:+-$noun}.md
            [ -f "$page" ] || echo "$page is missing"
        done
    for page in man/prose/crm*.md; do
        awk -F '\t' -v page="$page" '
            FNR == NR {
                if ($2 == "command")
                    access[substr($1, 5)] = $3
                next
            }
            /^## / {
                verb = substr($0, 4)
                seen[verb] = 1
                if (access[verb] == "" || access[verb] == "noun")
                    print page ": no verb is called \"" verb "\""
            }
            /^# / { verb = "" }
            /^[^ #%]/ { prose[verb] = 1 }
            /^    \$ / { example[verb] = 1 }
            END {
                noun = page
                sub(/^.*\/crm-?/, "", noun)
                sub(/\.md$/, "", noun)
                for (path in access) {
                    if (access[path] == "noun" || noun == "" || (path " ") !~ "^" noun " ")
                        continue
                    if (!seen[path])
                        print page ": nothing about \"" path "\""
                    else if (!prose[path])
                        print page ": no paragraph about \"" path "\""
                    else if (!example[path])
                        print page ": no example of \"" path "\""
                }
            }' "$tree" "$page"
    done | sort
}

finish 'prose that is missing or about nothing' "$(findings)"
