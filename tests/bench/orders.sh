#!/bin/sh
# How fast a million orders with three million lines are, as ratios against the sqlite3 shell on the same
# file in the same run.
#   BENCH_DATA=DIR tests/bench/orders.sh [SCALE] [CRM]
# Run contacts.sh before: it makes the data and the database of contacts, of which this takes a copy.
. "$(dirname "$0")/common.sh"

cd "$BENCH_DATA/$scale"
for each in list one lines; do cp "$here/sql/order_$each.sql" .; done
if [ ! -s orders.db ]; then
    cp ours.db orders.new
    "$crm" --db orders.new -q db migrate
    sqlite3 orders.new <"$here/sql/order_fill.sql"
    "$crm" --db orders.new -q db optimize
    mv orders.new orders.db
fi

explain
measure -n 3 --label 'order list to CSV' 'sqlite3 orders.db < order_list.sql' "$crm --db orders.db order list -f csv"
measure -n 3 --label 'order lines to CSV' 'sqlite3 orders.db < order_lines.sql' "$crm --db orders.db order lines -f csv"
measure -n 30 --label 'order list of one' 'sqlite3 orders.db < order_one.sql' "$crm --db orders.db order list K0013938 -f csv"
