#!/bin/sh
# SPDX-License-Identifier: MIT
# Without permission to write, a change ends with 5 and reading goes on where SQLite can do it.
. "$(dirname "$0")/common.sh"

# The superuser may write everything: then somebody else runs the program.
if [ "$(id -u)" -eq 0 ]; then
    command -v setpriv > /dev/null || {
        echo "LEFT OUT: run by the superuser, and there is no setpriv to become somebody else"
        exit 77
    }
    as="setpriv --reuid=65534 --regid=65534 --clear-groups"
    cp "$crm" "$folder/crm"
    crm="$folder/crm"
    chmod 755 "$folder" "$crm"
else
    as=
fi

mkdir "$folder/data"
[ -z "$as" ] || chown 65534:65534 "$folder/data"
CRM_DB="$folder/data/crm.db"
$as "$crm" init --company 'Muster GmbH' > /dev/null
$as "$crm" contact add-company 'Kunde KG' > /dev/null
$as "$crm" contact list -f csv > "$folder/before"

# The file
chmod 400 "$CRM_DB"
expect 5 $as "$crm" contact add-company 'Neu KG' 2> "$folder/err"
grep -q 'cannot be written' "$folder/err" || fail "no reason given: $(cat "$folder/err")"
expect 0 $as "$crm" contact list -f csv > "$folder/after"
cmp -s "$folder/before" "$folder/after" || fail "the list has changed"
chmod 000 "$CRM_DB"
expect 5 $as "$crm" contact list 2> "$folder/err"
grep -q 'Permission denied' "$folder/err" || fail "no reason given: $(cat "$folder/err")"
chmod 600 "$CRM_DB"

# Its folder
rm -f "$CRM_DB-wal" "$CRM_DB-shm"
chmod 555 "$folder/data"
expect 5 $as "$crm" contact add-company 'Neu KG' 2> "$folder/err"
grep -q '^hint: ' "$folder/err" || fail "no hint given: $(cat "$folder/err")"
expect 5 $as "$crm" --db "$folder/data/new.db" init --company Neu 2> /dev/null
expect 5 $as "$crm" contact list -f csv -o "$folder/data/list.csv" 2> /dev/null
chmod 755 "$folder/data"

$as "$crm" contact list -f csv > "$folder/after"
cmp -s "$folder/before" "$folder/after" || fail "the list has changed"
breaches=$($as "$crm" db check) || fail "db check: $breaches"
