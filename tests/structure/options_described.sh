# Every command and option says in one line what it is; a value has a name in capitals; no short letter
# means two things.
cd "$1" && . tests/structure/sources.sh
finish 'badly described' "$("$2" __describe | awk -F '\t' '
    function complain(what) { print $1 " " $3 ": " what }
    $2 == "command" && $3 == "noun" && NF < 4 { complain("no summary") }
    $NF == "" { complain("no summary") }
    $NF ~ /[a-z][a-z][a-z][a-z]\.$/ { complain("summary ends in a full stop") }
    $NF ~ /repeatable|required/ { complain("summary says what is added by itself") }
    $2 == "option" {
        if ($4 != "" && $4 !~ /^[A-Z][A-Z0-9=-]*$/)
            complain("value name " $4 " is not in capitals")
        count = split($3, names, " ")
        if (names[count] !~ /^--[a-z0-9][a-z0-9-]+$/)
            complain("no long name")
        for (i = 1; i <= count; ++i)
            if (names[i] ~ /^-[^-]$/) {
                if (names[i] in meaning && meaning[names[i]] != names[count])
                    complain("also means " meaning[names[i]])
                meaning[names[i]] = names[count]
            }
    }')"
