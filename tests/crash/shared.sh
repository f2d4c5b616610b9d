#!/bin/sh
# SPDX-License-Identifier: MIT
# A database made with --shared is read and written by everybody in its group, the files that SQLite keeps
# beside it too, and by nobody else.
. "$(dirname "$0")/common.sh"

mkdir "$folder/data"
CRM_DB="$folder/data/crm.db"

expect_modes() # group
{
    for file in "$CRM_DB" "$CRM_DB-wal" "$CRM_DB-shm"; do
        [ -e "$file" ] || fail "there is no $file"
        [ "$(stat -c '%a %G' "$file")" = "660 $1" ] || fail "$file: $(stat -c '%a %G' "$file")"
    done
}

# Without others to play, only what its owner sees.
if [ "$(id -u)" -ne 0 ] || ! command -v setpriv > /dev/null || ! getent group users > /dev/null; then
    "$crm" init --company 'Muster GmbH' --shared "$(id -gn)" > /dev/null
    "$crm" contact add-company 'Kunde KG' > /dev/null
    expect_modes "$(id -gn)"
    expect_sound
    exit 0
fi

users=$(getent group users | cut -d: -f 3)
first="setpriv --reuid=60001 --regid=60001 --groups=$users"
second="setpriv --reuid=60002 --regid=60002 --groups=$users"
stranger="setpriv --reuid=60003 --regid=60003 --clear-groups"
cp "$crm" "$folder/crm"
crm="$folder/crm"
chmod 755 "$folder" "$crm"
chown "60001:$users" "$folder/data"
chmod 770 "$folder/data"

# Whatever the files are masked with otherwise, whoever writes first or last.
umask 077
expect 0 $first "$crm" init --company 'Muster GmbH' --shared users > /dev/null
expect 0 $second "$crm" contact add-company 'Kunde KG' > /dev/null
expect_modes users
expect 0 $first "$crm" contact add-company 'Lieferant KG' > /dev/null
expect 0 $second "$crm" db optimize
expect 0 $second "$crm" db backup "$folder/data/copy.db"
[ "$(stat -c %a "$folder/data/copy.db")" = 600 ] || fail 'a backup belongs to who made it'
expect_modes users
rm "$CRM_DB-wal" "$CRM_DB-shm"
expect 0 $second "$crm" contact edit 10001 --city Bonn
expect 0 $first "$crm" contact edit 10002 --city Bonn
expect_modes users
expect 0 $second "$crm" db restore "$folder/data/copy.db" --yes 2> /dev/null
expect 0 $second "$crm" contact tag 10001 restored
expect 0 $first "$crm" contact tag 10001 shared
expect_modes users
[ "$($first "$crm" contact list --no-header -c city -f tsv | tr -d '\n')" = '' ] || fail 'not restored'
[ "$($first "$crm" db info -f csv | sed -n 's/^shared,//p')" = yes ] || fail 'db info: not shared'

# A stranger cannot, not even where the folder is open.
chmod 777 "$folder/data"
expect 5 $stranger "$crm" contact list 2> "$folder/err"
grep -q 'Permission denied' "$folder/err" || fail "no reason given: $(cat "$folder/err")"
expect 5 $stranger "$crm" contact add-company 'Fremd KG' 2> /dev/null

breaches=$($first "$crm" db check) || fail "db check: $breaches"
trail=$($first "$crm" db audit -c user,command -f csv --no-header | sort -u)
for user in 60001 60002; do
    case $trail in *"$user,contact "*) ;; *"$user,init"*) ;; *) fail "the audit does not know $user: $trail" ;; esac
done
