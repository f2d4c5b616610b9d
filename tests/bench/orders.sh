#!/bin/sh
# How fast a million orders with three million lines are, as ratios against the sqlite3 shell in the
# same run, on the same file where nothing else is said.
#   BENCH_DATA=DIR tests/bench/orders.sh [SCALE] [CRM]
# Run contacts.sh before: it makes the data and both databases of contacts, of which this takes copies.
. "$(dirname "$0")/common.sh"

cd "$BENCH_DATA/$scale"
cp "$here"/sql/order_*.sql "$here"/sql/sale_*.sql .
explain

# The whole chain: ours with deliveries, lines and taxes of documents, open items, sums and audit.
if [ ! -s orders.db ]; then
    [ -s goods.db ] || cp ours.db goods.db
    "$crm" --db goods.db -q db migrate
    "$crm" --db goods.db -q stock product import crm/products.csv --on-duplicate skip
    cp shell.db plain.db
    sqlite3 plain.db 'DROP TABLE orders; DROP TABLE order_line; DROP TABLE invoice; DROP TABLE stock_move; DROP TABLE payment'
    measure -n 1 -w 0 --fresh shell.new --fresh orders.new --label 'order import' \
        "sh -c 'cp plain.db shell.new && exec sqlite3 shell.new \".read order_import.sql\"'" \
        "sh -c 'cp goods.db orders.new && exec $crm --db orders.new -q order import crm/orders.csv'"
    "$crm" --db orders.new -q db optimize
    rm -f shell.new shell.new-wal shell.new-shm plain.db goods.db
    mv orders.new orders.db
fi

measure -n 3 --label 'order list to CSV' 'sqlite3 orders.db < order_list.sql' "$crm --db orders.db order list -f csv"
measure -n 3 --label 'order lines to CSV' 'sqlite3 orders.db < order_lines.sql' "$crm --db orders.db order lines -f csv"
measure -n 30 --label 'order list of one' 'sqlite3 orders.db < order_one.sql' "$crm --db orders.db order list K0013938 -f csv"
measure -n 5 --label 'stock list, shell on its own file' "sqlite3 shell.db < $shared/sql/stock.sql" "$crm --db orders.db stock list -f csv"

# A sale in four commands, each safe on the disk. The shell writes the same rows without the audit, in a
# copy that is no good for anything else afterwards.
cat >shell_sale.sh <<'END'
for step in new confirm deliver invoice; do sqlite3 -bail sale.db <sale_$step.sql || exit 1; done
END
cat >our_sale.sh <<'END'
order=$("$1" --db sale.db -q order new sale K0000500 --line ART-000001:3 --line ART-000002:3 --line ART-000003:3) || exit 1
for step in confirm deliver invoice; do "$1" --db sale.db -q order "$step" "$order" || exit 1; done
END
[ -s sale.db ] || cp orders.db sale.db
measure -n 40 --label 'a sale' 'sh shell_sale.sh' "sh our_sale.sh $crm" 2>/dev/null
