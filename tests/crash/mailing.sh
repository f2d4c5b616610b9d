#!/bin/sh
# SPDX-License-Identifier: MIT
# An export of messages is killed at any moment: nobody is recorded as sent without a message, what is in its
# place is whole, and the next export works.
. "$(dirname "$0")/common.sh"

"$crm" init --company 'Muster GmbH' --email info@muster.example > /dev/null
{
    echo name,email,customer
    i=0
    while [ $i -lt 400 ]; do
        i=$((i + 1))
        echo "Kunde $i GmbH,info@kunde$i.example,yes"
    done
} > "$folder/customers.csv"
"$crm" contact import "$folder/customers.csv" -q > /dev/null
"$crm" config set consent.email.business allowed
printf 'Subject: Neues\n\n{{letter_salutation}}\n' > "$folder/template"
"$crm" mailing create Messe --channel email -q > /dev/null

sent() { "$crm" mailing show Messe -f csv --no-header -c sent; }
export_to() { "$crm" mailing export Messe --eml "$1" --template "$folder/template" -q -o "$folder/list"; }

begin=$(date +%s%N)
expect 0 "$crm" mailing export Messe --eml "$folder/look" --template "$folder/template" -q -n > /dev/null
[ ! -e "$folder/look" ] || fail 'a dry run left a folder'
# Milliseconds that an export takes, and a little more.
span=$((($(date +%s%N) - begin) * 12 / 10000000))
[ $span -le 5000 ] || span=5000

round=0
while [ $round -lt 8 ] && [ "$(sent)" -eq 0 ]; do
    round=$((round + 1))
    "$crm" mailing export Messe --eml "$folder/out$round" --template "$folder/template" -q > /dev/null &
    pause=$((round * 3 % 8 * span / 8))
    sleep "$((pause / 1000)).$(printf %03d $((pause % 1000)))"
    kill -9 $! 2> /dev/null || true
    wait $! 2> /dev/null || true
    expect_sound
    find "$folder/out$round" -name '1*.eml' > "$folder/files" 2> /dev/null || true
    [ "$(sent)" -eq 0 ] || [ "$(wc -l < "$folder/files")" -eq 400 ] ||
        fail "$(sent) are recorded as sent, $(wc -l < "$folder/files") messages are there"
    while read -r message; do
        tail -c 30 "$message" | grep -q -e '--=_crm_alternative--' || fail "half a message: $message"
    done < "$folder/files"
done
[ $round -gt 1 ] || fail 'no export was killed'

# One name is taken: nothing is written, nothing recorded.
if [ "$(sent)" -eq 0 ]; then
    mkdir "$folder/taken"
    : > "$folder/taken/10200.eml"
    expect 3 export_to "$folder/taken" 2> /dev/null
    [ "$(find "$folder/taken" -type f | wc -l)" -eq 1 ] || fail 'something was left behind'
    [ "$(sent)" -eq 0 ] || fail 'what was not written is recorded as sent'
    expect 0 export_to "$folder/whole"
fi
[ "$(sent)" -eq 400 ] || fail "only $(sent) are recorded as sent"
expect_sound
