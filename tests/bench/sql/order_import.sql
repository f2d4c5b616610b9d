-- tests/bench/sql/order_import.sql
-- What 'crm order import' is measured against: the sqlite3 shell reads orders, their lines and their invoices as they are
-- generated, books the goods that went out, and builds indexes. No check, no audit, no deliveries, no lines and no taxes of
-- documents, no open items, no sums. The file has companies, persons and products already.
--   sqlite3 orders-shell.db '.read order_import.sql'        (inside the folder of the CSV files)
PRAGMA journal_mode = WAL;
PRAGMA cache_size = -65536;
PRAGMA temp_store = FILE;

BEGIN;
CREATE TABLE orders (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, company_id INTEGER NOT NULL,
    person_id INTEGER, date TEXT NOT NULL, status TEXT NOT NULL, reference TEXT);
CREATE TABLE order_line (order_id INTEGER NOT NULL, pos INTEGER NOT NULL, product_id INTEGER NOT NULL, qty INTEGER NOT NULL,
    price INTEGER NOT NULL, discount INTEGER NOT NULL, PRIMARY KEY (order_id, pos)) WITHOUT ROWID;
CREATE TABLE invoice (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, order_id INTEGER,
    company_id INTEGER NOT NULL, date TEXT NOT NULL, due TEXT NOT NULL, net INTEGER, vat INTEGER, gross INTEGER NOT NULL);
CREATE TABLE stock_move (id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL, date TEXT NOT NULL, qty INTEGER NOT NULL,
    order_id INTEGER);

CREATE TEMP TABLE s_order (number, kind, company_number, person_number, date, status, reference);
.import --csv --skip 1 orders.csv s_order
INSERT INTO orders
SELECT s.rowid, s.number, kind, c.id, p.id, date, status, reference
  FROM s_order AS s
  JOIN company AS c ON c.number = s.company_number
  LEFT JOIN person AS p ON p.number = s.person_number;
DROP TABLE s_order;

CREATE TEMP TABLE s_line (order_number, pos, sku, qty, price, discount);
.import --csv --skip 1 order_lines.csv s_line
INSERT INTO order_line
SELECT o.id, pos, p.id, qty, CAST(round(s.price * 100) AS INTEGER), discount
  FROM s_line AS s
  JOIN orders AS o ON o.number = s.order_number
  JOIN product AS p ON p.sku = s.sku;
DROP TABLE s_line;
INSERT INTO stock_move (product_id, date, qty, order_id)
SELECT l.product_id, o.date, CASE o.kind WHEN 'sale' THEN -l.qty ELSE l.qty END, o.id
  FROM orders AS o
  JOIN order_line AS l ON l.order_id = o.id
 WHERE o.status = 'delivered';

CREATE TEMP TABLE s_invoice (number, kind, order_number, company_number, date, due, net, vat, gross);
.import --csv --skip 1 invoices.csv s_invoice
INSERT INTO invoice
SELECT s.rowid, s.number, s.kind, o.id, c.id, s.date, s.due, CAST(round(net * 100) AS INTEGER),
       CAST(round(vat * 100) AS INTEGER), CAST(round(gross * 100) AS INTEGER)
  FROM s_invoice AS s
  JOIN orders AS o ON o.number = s.order_number
  JOIN company AS c ON c.number = s.company_number;
DROP TABLE s_invoice;

CREATE INDEX order_company ON orders (company_id, kind, date);
CREATE INDEX order_date ON orders (date);
CREATE INDEX invoice_company ON invoice (company_id, date);
CREATE INDEX invoice_date ON invoice (date, kind, company_id, net);
CREATE INDEX move_product ON stock_move (product_id, qty);
COMMIT;
PRAGMA analysis_limit = 1000;
ANALYZE;
