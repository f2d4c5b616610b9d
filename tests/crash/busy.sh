#!/bin/sh
# SPDX-License-Identifier: MIT
# Somebody else writes: a change waits as long as it is told to, then ends with 5 and has changed nothing;
# reading goes on.
. "$(dirname "$0")/common.sh"
command -v sqlite3 > /dev/null || {
    echo 'LEFT OUT: there is no sqlite3 to hold the lock'
    exit 77
}

"$crm" init --company 'Muster GmbH' > /dev/null
numbers > "$folder/before"
"$crm" db audit -f csv > "$folder/audit"

# The writer holds its lock until its pipe is closed.
mkfifo "$folder/commands"
sqlite3 "$CRM_DB" < "$folder/commands" &
exec 3> "$folder/commands"
printf 'BEGIN IMMEDIATE;\n.shell touch %s\n' "$folder/locked" >&3
until [ -e "$folder/locked" ]; do sleep 0.05; done

for timeout in 0 1; do
    start=$(date +%s)
    expect 5 "$crm" --busy-timeout $timeout contact add-company 'Neu KG' > "$folder/out" 2> "$folder/err"
    [ $(($(date +%s) - start)) -ge $timeout ] || fail "it did not wait $timeout seconds"
    [ ! -s "$folder/out" ] || fail "a number was printed: $(cat "$folder/out")"
    grep -q "^crm: database '.*/crm.db' is locked by another process$" "$folder/err" ||
        fail "no reason given: $(cat "$folder/err")"
    grep -q '^hint: .*--busy-timeout SECONDS$' "$folder/err" || fail "no hint given: $(cat "$folder/err")"
done
expect 5 "$crm" --busy-timeout 0 config set phone.area_code 0551 2> /dev/null
numbers | cmp -s - "$folder/before" || fail 'the contacts have changed'
"$crm" db audit -f csv | cmp -s - "$folder/audit" || fail 'the audit has changed'
expect 0 "$crm" db backup "$folder/copy.db"

# One that waits long enough gets its turn.
"$crm" --busy-timeout 30 contact add-company 'Neu KG' > "$folder/out" &
waiting=$!
sleep 0.5
echo 'ROLLBACK;' >&3
exec 3>&-
wait $waiting || fail 'who waited did not get a turn'
[ "$(cat "$folder/out")" = 10001 ] || fail "not a number: $(cat "$folder/out")"
wait
expect_sound
[ "$("$crm" db audit --contact 10001 -c command -f csv --no-header | sort -u)" = 'contact add-company' ] ||
    fail 'the audit lacks it'
