#!/bin/sh
# How fast contacts are, as ratios against the sqlite3 shell in the same run.
#   BENCH_DATA=DIR tests/bench/contacts.sh [SCALE] [CRM]
. "$(dirname "$0")/common.sh"
small=$BENCH_DATA/1000

prepare() { # SCALE: the data, the shell's database, ours
    dir=$BENCH_DATA/$1
    [ -s "$dir/persons.csv" ] || python3 "$shared/generate.py" --scale "$1" --out "$dir"
    [ -s "$dir/crm/contacts.csv" ] || python3 "$shared/to-crm.py" "$dir"
    if [ ! -s "$dir/shell.db" ]; then
        (cd "$dir" && sqlite3 shell.db ".read $shared/sql/schema.sql" ".read $shared/sql/import.sql")
    fi
    if [ ! -s "$dir/ours.db" ]; then
        "$crm" --db "$dir/ours.db" -q init --company 'Eigene Handels GmbH'
        "$crm" --db "$dir/ours.db" -q contact import "$dir/crm/contacts.csv"
    fi
}

prepare 1000
prepare "$scale"
cd "$BENCH_DATA/$scale"
cp "$here/sql/contact_list.sql" list.sql
[ -s empty.db ] || "$crm" --db empty.db -q init --company 'Eigene Handels GmbH'

explain
measure -n 60 --label start 'sqlite3 --version' "$crm --version"
for number in '+495514951594' '0551/4951594' '+49 (0)551 4951594'; do
    measure -n 60 --label "lookup $number" "sqlite3 shell.db < $shared/sql/caller_lookup.sql" "$crm --db ours.db contact lookup '$number'"
done
measure -n 60 --label 'lookup, scale 1000 and this' "$crm --db $small/ours.db contact lookup +495514951594" "$crm --db ours.db contact lookup +495514951594"
for text in 'müller stuttgart' 'mull stutt' m 'info@ stuttgart' 'mueller stuttgart' 'mailer stuttgart' 'schnieder stuttgart'; do
    measure -n 20 --label "find $text" "sqlite3 shell.db < $shared/sql/contact_fts.sql" "$crm --db ours.db contact find $text"
done
measure -n 3 --label 'list to CSV' 'sqlite3 ours.db < list.sql' "$crm --db ours.db contact list -f csv"
measure -n 3 -w 0 --fresh a.db --fresh b.db --label import "sqlite3 a.db '.read $here/sql/contact_import.sql'" \
    "sh -c 'cp empty.db b.db && exec $crm --db b.db -q contact import crm/contacts.csv'"
