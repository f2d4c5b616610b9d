#!/bin/sh
# SPDX-License-Identifier: MIT
# A writer that is killed at any moment has done its work or nothing: whatever number it printed is
# there, and nothing else is broken. The same for init, which leaves a database or none.
. "$(dirname "$0")/common.sh"

printed="$folder/printed"
"$crm" init --company 'Muster GmbH' --country DE > "$printed"
begin=$(date +%s%N)
"$crm" contact add-company 'Erster Kunde KG' >> "$printed"
# Milliseconds that a command takes, and half as many again: sanitizers slow it down.
span=$((($(date +%s%N) - begin) * 3 / 2000000))
[ $span -ge 50 ] || span=50
[ $span -le 900 ] || span=900

# A pause from nothing to the whole span, different in each round.
pause() { sleep "$(printf '0.%03d' $(($1 * 37 % 50 * span / 50)))"; }

round=0
while [ $round -lt 60 ]; do
    round=$((round + 1))
    "$crm" contact add-company "Kunde $round KG" --phone "0551 $round" --tag t >> "$printed" &
    pause $round
    kill -9 $! 2> /dev/null || true
    wait $! 2> /dev/null || true
done
[ "$(wc -l < "$printed")" -gt 2 ] || fail "every writer was killed before it printed a number"
expect_sound
numbers | sort > "$folder/there"
sort "$printed" > "$folder/sorted"
lost=$(comm -23 "$folder/sorted" "$folder/there")
[ -z "$lost" ] || fail "printed, but not there: $lost"

# One killed between its commit and its print is there without having said so, at most one a round.
there=$(wc -l < "$folder/there")
[ "$there" -le $((round + 2)) ] || fail "$there contacts after $round rounds"

# A change that rewrites the whole search index: all of it or nothing.
before=$("$crm" db info -f csv --no-header | sed -n 's/^audit_rows,//p')
round=0
while [ $round -lt 10 ]; do
    round=$((round + 1))
    "$crm" config set phone.area_code "055$round" &
    pause $round
    kill -9 $! 2> /dev/null || true
    wait $! 2> /dev/null || true
    expect_sound
done
after=$("$crm" db info -f csv --no-header | sed -n 's/^audit_rows,//p')
[ "$after" -ge "$before" ] || fail "audit rows were lost: $before, then $after"

round=0
while [ $round -lt 30 ]; do
    round=$((round + 1))
    new="$folder/new-$round.db"
    "$crm" --db "$new" init --company Neu > /dev/null &
    pause $round
    kill -9 $! 2> /dev/null || true
    wait $! 2> /dev/null || true
    if [ -e "$new" ]; then
        CRM_DB="$new" expect_sound
    else
        expect 0 "$crm" --db "$new" init --company Neu > /dev/null
    fi
done
