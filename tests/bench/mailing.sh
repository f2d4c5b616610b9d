#!/bin/sh
# How fast recipients are found among 200,000 companies with a million orders, as ratios against the sqlite3
# shell on the same file in the same run. It prints the same rows with the person of each, what they bought
# and who may be written to; ours also leaves out who would be there twice.
#   BENCH_DATA=DIR tests/bench/mailing.sh [SCALE] [CRM]
# Run contacts.sh and orders.sh before: they make the database.
. "$(dirname "$0")/common.sh"

cd "$BENCH_DATA/$scale"
for each in silent top revenue bought all; do cp "$here/sql/mailing_$each.sql" .; done
"$crm" --db orders.db -q db migrate
recipients="$crm --db orders.db --today 2025-12-31 mailing recipients --channel post -f csv"

explain
measure -n 3 --label 'no order for a year' 'sqlite3 orders.db < mailing_silent.sql' "$recipients --no-order-since 365d"
measure -n 5 --label 'best tenth of a quarter' 'sqlite3 orders.db < mailing_top.sql' "$recipients --period 2025-Q3 --top 10%"
measure -n 3 --label 'by revenue' 'sqlite3 orders.db < mailing_revenue.sql' "$recipients --min-revenue 2000"
measure -n 5 --label 'who bought it' 'sqlite3 orders.db < mailing_bought.sql' "$recipients --bought ART-000001"
measure -n 5 --label 'all at once' 'sqlite3 orders.db < mailing_all.sql' \
    "$recipients --kind company --country DE --postcode 1* --where \"city <> 'Berlin'\" --ordered-since 1y --period 2025 --min-revenue 1 --max-revenue 90000 --min-order-value 1 --top 80% --not-tag x --not-contacted-since 30d"
