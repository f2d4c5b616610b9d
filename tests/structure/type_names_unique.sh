# Two types of one name that several files can see are one type to the linker, which keeps the functions of
# either: every name is defined once outside unnamed namespaces.
cd "$1" && . tests/structure/sources.sh
finish 'types that are defined twice' "$(sources lib apps | xargs awk '
    FNR == 1 { hidden = 0 }
    /^namespace$/ { hidden = 1 }
    /^} \/\/ namespace$/ { hidden = 0 }
    !hidden && /^(struct|class|enum class) [A-Z][A-Za-z0-9]*( |$)/ && !/;$/ && !/::/ {
        name = $1 == "enum" ? $3 : $2
        if (name in place && place[name] != FILENAME)
            print name ": " place[name] ", " FILENAME
        place[name] = FILENAME
    }')"
