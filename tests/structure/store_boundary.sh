# SQLite and SQLiteCpp are known to lib/crm/store alone, CLI11 to apps alone.
cd "$1" && . tests/structure/sources.sh
finish 'libraries outside their folder' "$(
    sources | grep -v '^lib/crm/store/' |
        xargs grep -nE '^ *# *include *[<"](SQLiteCpp/|sqlite3)'
    sources lib tests | xargs grep -nE '^ *# *include *[<"]CLI/'
)"
