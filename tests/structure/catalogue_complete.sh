# Every catalogue has all that is said to people, with the same places to be filled in.
cd "$1" && . tests/structure/sources.sh
template=$(mktemp)
trap 'rm -f "$template"' EXIT
po/extract >"$template"
finish 'catalogues' "$(for catalogue in po/*.po; do
    msgcmp "$catalogue" "$template" 2>&1 | grep -v -e 'is not used$' -e '^msgcmp: found'
    msgcat --no-wrap --no-location "$catalogue" | awk -v catalogue="$catalogue" '
        function count_places(text, step,   place) {
            while (match(text, /\{[0-9]*(:[^{}]*)?\}/)) {
                place = substr(text, RSTART, RLENGTH)
                text = substr(text, RSTART + RLENGTH)
                sub(/^\{[0-9]+/, "{", place) # {1} may stand before {0}
                counts[place] += step
            }
        }
        function compare(   place) {
            split("", counts)
            count_places(msgid, 1)
            count_places(msgstr, -1)
            for (place in counts)
                if (counts[place] != 0)
                    print catalogue ": other places than in " msgid
        }
        /^msgid / { msgid = $0; in_msgid = 1 }
        /^msgstr / { msgstr = $0; in_msgid = 0 }
        /^"/ { if (in_msgid) msgid = msgid $0; else msgstr = msgstr $0 }
        /^$/ { compare() }
        END { compare() }'
done)"
