#!/bin/sh
# SPDX-License-Identifier: MIT
# Two dozen writers at once all succeed; every number is given once.
. "$(dirname "$0")/common.sh"

writers=24
each=5
"$crm" init --company 'Muster GmbH' > "$folder/printed"
writer=0
while [ $writer -lt $writers ]; do
    writer=$((writer + 1))
    (
        number=0
        while [ $number -lt $each ]; do
            number=$((number + 1))
            "$crm" --busy-timeout 60 contact add-company "Kunde $writer-$number KG" || exit 1
        done
    ) > "$folder/out.$writer" 2> "$folder/err.$writer" &
done
# A reader and a backup meanwhile
expect 0 "$crm" contact list > /dev/null
expect 0 "$crm" db backup "$folder/copy.db"
wait

cat "$folder"/err.* >&2
cat "$folder"/out.* >> "$folder/printed"
count=$(wc -l < "$folder/printed")
[ "$count" -eq $((writers * each + 1)) ] || fail "$count numbers printed"
[ "$(sort -u "$folder/printed" | wc -l)" -eq "$count" ] || fail "a number was given twice"
sort "$folder/printed" > "$folder/sorted"
numbers | sort | cmp -s - "$folder/sorted" || fail "what was printed is not what is there"
expect_sound
CRM_DB="$folder/copy.db" expect_sound
