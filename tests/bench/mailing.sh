#!/bin/sh
# How fast recipients are found among 200,000 companies with a million orders by each filter, as ratios
# against the sqlite3 shell on the same file in the same run. Both give the same companies; ours also
# compares names and streets as they are spoken, and looks for objections of people at home and of colleagues.
#   BENCH_DATA=DIR tests/bench/mailing.sh [SCALE] [CRM]
# Run contacts.sh and orders.sh before: they make the database.
. "$(dirname "$0")/common.sh"

cd "$BENCH_DATA/$scale"
"$crm" --db orders.db -q db migrate
# Every fifth company gets a tag, every tenth somebody who looks after it.
if [ -z "$(sqlite3 orders.db 'SELECT 1 FROM contact_tag LIMIT 1')" ]; then
    sqlite3 -csv -header orders.db "
        SELECT number, CASE WHEN id % 10 = 0 THEN 'ao' END AS manager, 'fair' AS tags
          FROM contact WHERE kind = 'company' AND id > 1 AND id % 5 = 0" >marks.csv
    "$crm" --db orders.db -q contact import marks.csv --on-duplicate update
fi

sales="kind = 'sale' AND status IN ('confirmed', 'delivered', 'invoiced') AND currency = 'EUR'"
sum_of_one="(SELECT sum(s.net) FROM order_head AS s WHERE s.contact_id = c.id AND s.$sales AND s.date BETWEEN '1900-01-01' AND '2025-12-31')"

# word NAME: what stands in the template for it.
word() { printf '%s\n' "$words" | sed -n "s/^$1=//p"; }

# against WORDS OPTIONS...: prints a pair; the words of the template are one 'NAME=TEXT' a line.
against() {
    words=$1
    shift
    condition=$(word condition)
    revenue=$(word revenue)
    sed -e "s|@tables@|$(word tables)|" -e "s|@join@|$(word join)|" -e "s|@condition@|${condition:-1}|" \
        -e "s|@revenue@|${revenue:-$sum_of_one}|" "$here/sql/mailing.sql" >mailing.sql
    ours="$crm --db orders.db --today 2025-12-31 mailing recipients --channel post -f csv $*"
    theirs=$(sqlite3 orders.db <mailing.sql | wc -l)
    found=$(eval "$ours" | wc -l)
    [ "$theirs" = "$found" ] || echo "the shell finds $theirs rows, ours $found: $*"
    measure -n 5 --label="${*:-none}" 'sqlite3 orders.db < mailing.sql' "$ours"
}

# by_revenue SINCE UNTIL CONDITION OPTIONS...
by_revenue() {
    of_each="r AS MATERIALIZED (SELECT contact_id, sum(net) AS net, max(net) AS highest FROM order_head WHERE $sales AND date BETWEEN '$1' AND '$2' GROUP BY contact_id),"
    condition=$3
    shift 3
    against "tables=$of_each
join=LEFT JOIN r ON r.contact_id = c.id
condition=$condition
revenue=coalesce(r.net, 0)" "$@"
}

# best TENTHS SINCE UNTIL CONDITION OPTIONS...: of the tenths of all buyers who bought most.
best() {
    of_each="r AS MATERIALIZED (SELECT contact_id, sum(net) AS net, max(net) AS highest FROM order_head WHERE $sales AND date BETWEEN '$2' AND '$3' GROUP BY contact_id),"
    best="best AS MATERIALIZED (SELECT r.* FROM r JOIN contact AS k ON k.id = r.contact_id ORDER BY r.net DESC, k.number_key LIMIT (SELECT (count(*) * $1 + 9) / 10 FROM r)),"
    condition=$4
    shift 4
    against "tables=$of_each $best
join=JOIN best AS r ON r.contact_id = c.id
condition=$condition
revenue=r.net" "$@"
}

explain
against ''
against 'condition=c.customer' --customer
against "condition=c.kind = 'company'" --kind company
against "condition=c.country = 'DE'" --country DE
against "condition=c.city = 'Berlin'" --city Berlin
against "condition=c.postcode LIKE '10%'" --postcode '10*'
against "condition=c.manager_id = (SELECT contact_id FROM staff WHERE code = 'ao')" --manager ao
against "condition=c.id IN (SELECT contact_id FROM contact_tag WHERE tag_key = 'fair')" --tag fair
against "condition=c.id NOT IN (SELECT contact_id FROM contact_tag WHERE tag_key = 'fair')" --not-tag fair
against "condition=c.city <> 'Berlin'" --where "\"city <> 'Berlin'\""
against "condition=o.last_sale < '2024-12-31'" --no-order-since 365d
against "condition=o.last_sale >= '2025-10-01'" --ordered-since 2025-10-01
against "condition=c.id NOT IN (SELECT contact_id FROM contact_activity_index WHERE last_contact >= '2025-12-01')" --not-contacted-since 30d
against "condition=c.id IN (SELECT h.contact_id FROM order_line AS l JOIN order_head AS h ON h.id = l.order_id WHERE l.product_id = (SELECT id FROM product WHERE sku = 'ART-000001') AND h.$sales)" --bought ART-000001
by_revenue 1900-01-01 2025-12-31 'r.net >= 200000' --min-revenue 2000
by_revenue 1900-01-01 2025-12-31 'coalesce(r.net, 0) <= 200000' --max-revenue 2000
by_revenue 1900-01-01 2025-12-31 'r.highest >= 500000' --min-order-value 5000
best 1 2025-07-01 2025-09-30 1 --period 2025-Q3 --top 10%
best 8 2025-01-01 2025-12-31 "c.kind = 'company' AND c.country = 'DE' AND c.postcode LIKE '1%' AND c.city <> 'Berlin' AND o.last_sale >= '2024-12-31' AND r.net BETWEEN 100 AND 9000000 AND r.highest >= 100 AND c.id NOT IN (SELECT contact_id FROM contact_tag WHERE tag_key = 'fair') AND c.id NOT IN (SELECT contact_id FROM contact_activity_index WHERE last_contact >= '2025-12-01')" \
    --kind company --country DE --postcode '1*' --where "\"city <> 'Berlin'\"" --ordered-since 1y --period 2025 --min-revenue 1 --max-revenue 90000 --min-order-value 1 --top 80% --not-tag fair --not-contacted-since 30d
