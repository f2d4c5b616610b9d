#!/bin/sh
# SPDX-License-Identifier: MIT
# Two dozen take the last pieces at once: exactly what was there goes out, the others are told so.
. "$(dirname "$0")/common.sh"

takers=24
pieces=7
"$crm" init --company 'Muster GmbH' > /dev/null
"$crm" stock product add M8 'Schraube M8' --cost 1.20 > /dev/null
"$crm" stock receive M8 $pieces > /dev/null
taker=0
while [ $taker -lt $takers ]; do
    taker=$((taker + 1))
    (
        code=0
        "$crm" --busy-timeout 60 stock issue M8 1 || code=$?
        echo $code > "$folder/code.$taker"
    ) > "$folder/out.$taker" 2> "$folder/err.$taker" &
done
wait

gone=$(cat "$folder"/code.* | grep -c '^0$')
[ "$gone" -eq $pieces ] || fail "$gone pieces went out, $pieces were there"
[ "$(cat "$folder"/code.* | grep -c '^3$')" -eq $((takers - pieces)) ] ||
    fail "exit codes: $(cat "$folder"/code.* | sort | uniq -c)"
refusal="crm: there is only 0 of 'M8' at main, not 1"
[ "$(cat "$folder"/err.* | sort | uniq -c | tr -s ' ')" = " $((takers - pieces)) $refusal" ] ||
    fail "said: $(cat "$folder"/err.*)"
[ "$(sort -u "$folder"/out.* | wc -l)" -eq $pieces ] || fail 'a movement was printed twice'
[ "$("$crm" stock list -f csv --no-header -c on_hand)" = 0 ] || fail 'something is left'
expect_sound
