#!/bin/sh
# How fast open items are at a million invoices of which 85 % are paid, as ratios against the sqlite3 shell
# in the same run; at scale 10000 also against hledger and ledger, on the same receivables.
#   BENCH_DATA=DIR tests/bench/openitems.sh [SCALE] [CRM]
. "$(dirname "$0")/common.sh"

dir=$BENCH_DATA/$scale
[ -s "$dir/receivables.journal" ] || [ "$scale" != 10000 ] || rm -f "$dir/payments.csv"
[ -s "$dir/payments.csv" ] || python3 "$shared/generate.py" --scale "$scale" --out "$dir" --ledger
[ -s "$dir/crm/payments.csv" ] || python3 "$shared/to-crm.py" "$dir"
cd "$dir"
[ -s shell.db ] || sqlite3 shell.db ".read $shared/sql/schema.sql" ".read $shared/sql/import.sql"
if [ ! -s ledger.db ]; then
    rm -f ledger.new*
    "$crm" --db ledger.new -q init --company 'Eigene Handels GmbH' --iban DE89370400440532013000
    "$crm" --db ledger.new -q contact import crm/contacts.csv
    "$crm" --db ledger.new -q stock product import crm/products.csv
    "$crm" --db ledger.new -q order import crm/orders.csv
    "$crm" --db ledger.new -q openitems payments import crm/payments.csv
    "$crm" --db ledger.new -q db optimize
    mv ledger.new ledger.db
fi

explain
for day in 2025-12-31 2024-12-31; do # the last day, and one a year before
    for each in list aging; do
        sed "s/2025-12-31/$day/g" "$shared/sql/open_items_$each.sql" >"open_items_$each.sql"
    done
    measure -n ${REPEAT:-5} --label "list of $day" 'sqlite3 shell.db < open_items_list.sql' \
        "$crm --db ledger.db openitems list --side receivable --as-of $day -f csv"
    measure -n ${REPEAT:-5} --label "aging of $day" 'sqlite3 shell.db < open_items_aging.sql' \
        "$crm --db ledger.db openitems aging --as-of $day -f csv"
done
measure -n 5 --label 'list of now' 'sqlite3 shell.db < open_items_list.sql' \
    "$crm --db ledger.db openitems list --side receivable -f csv"

cp "$here/sql/openitems_one.sql" "$here/sql/pay.sql" .
measure -n 30 --label 'list of one' 'sqlite3 ledger.db < openitems_one.sql' "$crm --db ledger.db openitems list K0000168 -f csv"
"$crm" --db ledger.db -q openitems pay K0000168 1.00 --date 2026-06-30 --side receivable >number.txt # the series begins
measure -n 20 --label pay 'sqlite3 ledger.db < pay.sql' \
    "$crm --db ledger.db -q openitems pay K0000168 1.00 --date 2026-06-30 --side receivable"

# A statement with 100,000 entries, against what it takes to read the XML alone; a dry run does all but
# keep it.
"$crm" --db ledger.db openitems list --side receivable -f csv >open.csv
python3 "$here/statement.py" open.csv 100000 DE89370400440532013000 >statement.xml
measure -n 3 -w 0 --label 'statement read and matched' 'xmllint --stream --noout statement.xml' \
    "$crm --db ledger.db -q openitems bank import -n statement.xml"

if [ "$scale" = 10000 ]; then
    measure -n 3 --label 'aging and hledger' 'hledger -f receivables.journal balance --flat --end 2026-01-01' \
        "$crm --db ledger.db openitems aging --as-of 2025-12-31 -f csv"
    measure -n 3 --label 'list and hledger' 'hledger -f receivables.journal balance --flat --end 2026-01-01' \
        "$crm --db ledger.db openitems list --as-of 2025-12-31 -f csv"
    measure -n 5 --label 'aging and ledger' 'ledger -f receivables.journal balance --flat --end 2026-01-01' \
        "$crm --db ledger.db openitems aging --as-of 2025-12-31 -f csv"
    measure -n 5 --label 'list and ledger' 'ledger -f receivables.journal balance --flat --end 2026-01-01' \
        "$crm --db ledger.db openitems list --as-of 2025-12-31 -f csv"
fi
