#!/bin/sh
# How fast the log is at a million entries, as ratios against the sqlite3 shell on the same file in the
# same run.
#   BENCH_DATA=DIR tests/bench/log.sh [SCALE] [CRM]
# Run contacts.sh before: it makes the data and the database of contacts, of which this takes a copy.
. "$(dirname "$0")/common.sh"

cd "$BENCH_DATA/$scale"
for each in list search frequency one; do cp "$here/sql/log_$each.sql" .; done
if [ ! -s talk.db ]; then
    cp ours.db talk.new
    "$crm" --db talk.new -q db migrate
    measure -n 1 -w 0 --label 'log import' "$crm --db talk.new -q log import crm/log.csv"
    mv talk.new talk.db
fi

explain
measure -n 3 --label 'log list to CSV' 'sqlite3 talk.db < log_list.sql' "$crm --db talk.db log list -f csv"
measure -n 20 --label 'log list of one' 'sqlite3 talk.db < log_one.sql' "$crm --db talk.db log list K0013938 -f csv"
measure -n 5 --label 'log search' 'sqlite3 talk.db < log_search.sql' "$crm --db talk.db log search lieferung ersatz unterwegs -f csv"
measure -n 10 --label 'log frequency' 'sqlite3 talk.db < log_frequency.sql' "$crm --db talk.db log frequency --customer --not-since 90d -f csv"

# One entry, safe on the disk: the shell's into its own table, ours with audit, texts and activity.
entry="INSERT INTO log (company_id, at, channel, direction, user, subject, body) VALUES (13938, '2026-01-02T10:00', 'phone', 'out', 'ao', 'Angebot', 'Liefertermin zugesagt')"
measure -n 20 --label 'log add' "sqlite3 shell.db \"PRAGMA synchronous = FULL; $entry\"" \
    "$crm --db talk.db -q log add K0013938 --at 2026-01-02T10:00 --subject Angebot --text 'Liefertermin zugesagt'"
measure -n 60 --label 'lookup with the last talk' "sqlite3 shell.db < $shared/sql/caller_lookup.sql" "$crm --db talk.db contact lookup +495514951594"
