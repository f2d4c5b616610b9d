# Every verb and every long option occurs in a transcript or an example.
cd "$1" && . tests/structure/sources.sh
commands=$(mktemp) && trap 'rm -f "$commands"' EXIT
{
    sed -nE 's/^(\$|>) //p' $(find tests/cli -name "*.txt") /dev/null
    sed -nE 's/^    (\$|>) //p; s/^% //p' man/prose/crm*.md
} >"$commands"
finish 'in no transcript and no example' "$("$2" __describe | awk -F '\t' '
    FNR == NR {
        gsub(/\|/, " | ")
        count = split($0, words, /[ \t]+/)
        for (i = 1; i <= count; ++i) {
            sub(/=.*/, "", words[i])
            seen[words[i]] = 1
        }
        lines[++total] = " " $0 " "
        next
    }
    function used(path,    i, pattern) {
        pattern = path
        sub(/^crm /, "", pattern)
        pattern = "crm ([^|]* )?" pattern " "
        for (i = 1; i <= total; ++i)
            if (lines[i] ~ pattern)
                return 1
        return 0
    }
    $2 == "command" && $3 != "noun" && !used($1) { print $1 }
    $2 == "option" {
        count = split($3, names, " ")
        if (!seen[names[count]] && !missing[names[count]]++)
            print $1 " " names[count]
    }' "$commands" -)"
