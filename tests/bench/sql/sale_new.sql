-- tests/bench/sql/sale_new.sql
-- The rows that `crm order new` writes, but for the audit: a number, an order, three lines.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
INSERT INTO number_series (name, next) VALUES ('order shell', 2) ON CONFLICT (name) DO UPDATE SET next = next + 1;
INSERT INTO order_head (number, number_key, series, series_number, kind, status, contact_id, date, currency, tax_case, net, tax_amount)
SELECT 'AU-S-' || (next - 1), 'au-s-' || (next - 1), name, next - 1, 'sale', 'draft',
       (SELECT id FROM contact WHERE number_key = 'k70000500'), date('now'), 'EUR', 'domestic', 75935, 14428
  FROM number_series WHERE name = 'order shell';
INSERT INTO order_line (order_id, position, product_id, text, unit, quantity, price, net, tax, condition)
SELECT (SELECT max(id) FROM order_head), p.id, p.id, p.name, p.unit, 3000, p.price, 33903, 'standard', 'price list'
  FROM product AS p WHERE p.id <= 3;
COMMIT;
