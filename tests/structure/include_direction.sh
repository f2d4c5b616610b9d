# Includes go down only (design.md, section 3).
cd "$1" && . tests/structure/sources.sh
finish 'includes that go up' "$(sources lib apps | xargs awk '
    BEGIN {
        allow("base", "")
        allow("store", "base")
        allow("format", "store base")
        allow("contact", "store format base")
        allow("log", "contact store format base")
        allow("stock", "log contact store format base")
        allow("openitems", "stock log contact store format base")
        allow("order", "openitems stock log contact store format base")
        allow("switchboard", "mailing order openitems stock log contact store format base")
        allow("mailing", "order openitems stock log contact store format base")
        allow("report", "order openitems stock log contact store format base")
        allow("demo", "mailing order openitems stock log contact store format base")
    }
    function allow(folder, below,    names, n) {
        known[folder] = 1
        allowed[folder, folder] = 1
        for (n = split(below, names, " "); n > 0; --n)
            allowed[folder, names[n]] = 1
    }
    /^#include "crm\// {
        split(FILENAME, path, "/")
        split($2, target, "/")
        if (path[1] != "lib")
            next
        if (!known[path[3]])
            print FILENAME ": folder " path[3] " has no place in the order"
        else if (!allowed[path[3], target[2]])
            print FILENAME ":" FNR ": " $2
    }
    /^#include "apps\// { print FILENAME ":" FNR ": " $2 }')"
