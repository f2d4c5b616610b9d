#!/bin/sh
# SPDX-License-Identifier: MIT
# A restore while others have the database open: they go on with what was restored, nobody is mixed up.
. "$(dirname "$0")/common.sh"

"$crm" init --company 'Muster GmbH' > /dev/null
"$crm" contact add-company 'Alt KG' --phone '0551 4711' > /dev/null
"$crm" db backup "$folder/copy.db"
"$crm" contact edit 10001 --name 'Neu KG'
"$crm" contact add-company 'Danach KG' > /dev/null

# A telephone system has it open all the time.
mkfifo "$folder/calls" "$folder/answers"
"$crm" contact lookup - > "$folder/answers" < "$folder/calls" &
exec 4< "$folder/answers" 3> "$folder/calls"
ask()
{
    echo '0551 4711' >&3
    read -r answer <&4
    case $answer in
    *"\"caller\":\"$1\""*) ;;
    *) fail "the caller is not $1: $answer" ;;
    esac
}
ask 'Neu KG'
expect 0 "$crm" db restore "$folder/copy.db" --yes --quiet
ask 'Alt KG'
expect 0 "$crm" contact edit 10001 --name 'Neuer KG'
ask 'Neuer KG'
exec 3>&- 4<&-
wait
[ "$("$crm" contact list -c name -f tsv --no-header | tail -n +2)" = 'Neuer KG' ] || fail 'not as restored'
expect_sound
trail=$("$crm" db audit --contact 10001 -c field,before,after -f csv --no-header | grep '^name')
[ "$trail" = "name,,Alt KG
name,Alt KG,Neuer KG" ] || fail "the audit is not that of the backup: $trail"

# What was replaced is whole, too.
replaced=$(find "$folder" -name 'crm.db.replaced-*' ! -name '*-wal' ! -name '*-shm')
[ -f "$replaced" ] || fail "there is not one replaced file: $replaced"
CRM_DB=$replaced
expect_sound
[ "$("$crm" contact list -c name -f tsv --no-header | wc -l)" -eq 3 ] || fail 'the replaced file lacks something'
