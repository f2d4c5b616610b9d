#!/bin/sh
# SPDX-License-Identifier: MIT
# Two dozen sellers of the same last pieces: just the pieces there were are sold, and the numbers of
# invoices have no gap.
. "$(dirname "$0")/common.sh"

sellers=24
last=10
"$crm" init --company 'Muster GmbH' --street 'Weg 1' --postcode 50667 --city Köln --tax-number 20/123/45678 > /dev/null
"$crm" contact add-company 'Kunde KG' --street 'Ring 2' --postcode 50667 --city Köln > /dev/null
"$crm" stock product add HY-100 Pumpe --price 12.50 --cost 8 > /dev/null
"$crm" stock receive HY-100 $last --cost 8 > /dev/null

# Sells one piece; only the delivery may be refused, because there is none left.
sell()
{
    order=$("$crm" --busy-timeout 120 order new sale 'Kunde KG' --line HY-100:1) || return 10
    "$crm" --busy-timeout 120 order confirm "$order" || return 11
    "$crm" --busy-timeout 120 order deliver "$order" || return $?
    "$crm" --busy-timeout 120 order invoice "$order" || return 12
}

seller=0
while [ $seller -lt $sellers ]; do
    seller=$((seller + 1))
    (
        code=0
        sell > "$folder/out.$seller" 2> "$folder/err.$seller" || code=$?
        echo $code > "$folder/code.$seller"
    ) &
done
wait

count() { cat "$folder"/code.* | grep -cx "$1" || true; }
[ "$(count 0)" -eq $last ] || fail "$(count 0) of $last were sold: $(cat "$folder"/err.*)"
[ "$(count 3)" -eq $((sellers - last)) ] || fail "not refused: $(cat "$folder"/code.* "$folder"/err.*)"
! grep -il 'lock' "$folder"/err.* || fail 'somebody was told of locks'
left=$("$crm" stock list -f csv --no-header -c on_hand)
[ "$left" = 0 ] || fail "$left are left"
invoices=$("$crm" openitems list -f csv --no-header -c document --sort document)
year=$(date +%Y)
[ "$(echo "$invoices" | head -1)" = "RE$year-00001" ] || fail "the invoices are $invoices"
[ "$(echo "$invoices" | tail -1)" = "RE$year-000$last" ] || fail "the invoices are $invoices"
[ "$(echo "$invoices" | sort -u | wc -l)" -eq $last ] || fail "the invoices are $invoices"
expect_sound
