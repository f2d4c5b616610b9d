#!/bin/sh
# SPDX-License-Identifier: MIT
# What cannot be written ends with 5, says so, and has changed nothing.
. "$(dirname "$0")/common.sh"

"$crm" init --company 'Muster GmbH' > /dev/null
"$crm" contact add-company 'Kunde KG' > /dev/null
"$crm" db info > /dev/null # the last one out empties the log
numbers > "$folder/before"

# No file can grow beyond a size: writing fails in the middle of what the database writes.
trap '' XFSZ
for blocks in 0 1 8 32 64; do
    code=0
    # The limit concerns files, not the pipe in which the words come back.
    said=$(
        ulimit -f $blocks
        "$crm" contact add-company "Zuviel $blocks KG" 2>&1
    ) || code=$?
    [ $code -eq 5 ] || fail "limit $blocks: exit code $code: $said"
    case $said in
    "crm: "*) ;;
    *) fail "limit $blocks: no error said, or a number printed: $said" ;;
    esac
    numbers | cmp -s - "$folder/before" || fail "limit $blocks: contacts have changed"
    expect_sound
done

# init in the same situation leaves nothing at all.
code=0
(
    ulimit -f 64
    "$crm" --db "$folder/new.db" init --company Neu
) > /dev/null 2>&1 || code=$?
[ $code -eq 5 ] || fail "init on a full disk: exit code $code"
[ "$(find "$folder" -name 'new.db*' | wc -l)" -eq 0 ] || fail "init on a full disk left something"

# So does a backup; and -o leaves the old file.
code=0
(
    ulimit -f 64
    "$crm" db backup "$folder/copy.db"
) 2> /dev/null || code=$?
[ $code -eq 5 ] || fail "backup on a full disk: exit code $code"
[ "$(find "$folder" -name 'copy.db*' | wc -l)" -eq 0 ] || fail "backup on a full disk left something"
echo old > "$folder/list.csv"
code=0
(
    ulimit -f 0
    "$crm" contact list -f csv -o "$folder/list.csv"
) 2> /dev/null || code=$?
[ $code -eq 5 ] || fail "-o on a full disk: exit code $code"
[ "$(cat "$folder/list.csv")" = old ] || fail "-o on a full disk has changed the old file"

# The result cannot be printed.
if [ -e /dev/full ]; then
    expect 5 "$crm" contact list -f csv > /dev/full 2> "$folder/err"
    grep -q 'No space left on device' "$folder/err" || fail "no reason given: $(cat "$folder/err")"
else
    echo "left out: there is no /dev/full here"
fi
expect_sound
