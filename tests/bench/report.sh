#!/bin/sh
# How fast the reports are at a million invoices, as ratios against the sqlite3 shell on the same file in
# the same run.
#   BENCH_DATA=DIR tests/bench/report.sh [SCALE] [CRM]
# Run contacts.sh before: it makes the data and the database of contacts, of which this takes a copy.
. "$(dirname "$0")/common.sh"

cd "$BENCH_DATA/$scale"
for each in month abc rfm; do cp "$here/sql/report_$each.sql" .; done
if [ ! -s sold.db ]; then
    cp ours.db sold.new
    "$crm" --db sold.new -q db migrate
    "$crm" --db sold.new -q stock product import crm/products.csv -o products.out
    "$crm" --db sold.new -q order import crm/orders.csv --historical -o orders.out
    "$crm" --db sold.new -q db optimize
    mv sold.new sold.db
fi

explain
period='--period 2021-01-01..2025-12-31 -q -f csv'
measure -n 5 --label 'revenue by month' 'sqlite3 sold.db < report_month.sql' "$crm --db sold.db report revenue --by month $period"
measure -n 3 --label abc 'sqlite3 sold.db < report_abc.sql' "$crm --db sold.db report abc $period"
measure -n 3 --label rfm 'sqlite3 sold.db < report_rfm.sql' "$crm --db sold.db report rfm $period"
