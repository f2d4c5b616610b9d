-- tests/bench/sql/sale_deliver.sql
-- The rows that `crm order deliver` writes, but for the audit and the words of the full text.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
INSERT INTO number_series (name, next) VALUES ('delivery shell', 2) ON CONFLICT (name) DO UPDATE SET next = next + 1;
INSERT INTO delivery (number, number_key, series, series_number, order_id, kind, date, recipient)
SELECT 'LS-S-' || (next - 1), 'ls-s-' || (next - 1), name, next - 1, (SELECT max(id) FROM order_head), 'delivery', date('now'),
       'Textilien Möller GmbH' || char(10) || 'Bahnhofstraße 59' || char(10) || '37818 Göttingen'
  FROM number_series WHERE name = 'delivery shell';
INSERT INTO delivery_line (delivery_id, order_line_id, quantity, cost)
SELECT (SELECT max(id) FROM delivery), id, quantity, 20163 FROM order_line WHERE order_id = (SELECT max(id) FROM order_head);
INSERT INTO movement (at, product_id, location_id, quantity, worth, unit_cost, kind, delivery_line_id)
SELECT strftime('%Y-%m-%dT%H:%M'), l.product_id, 1, -d.quantity, -d.quantity * 672094, 672094, 'delivery', d.id
  FROM delivery_line AS d JOIN order_line AS l ON l.id = d.order_line_id WHERE d.delivery_id = (SELECT max(id) FROM delivery);
INSERT INTO stock_level_index (product_id, location_id, lot, on_hand) VALUES (1, 1, '', -3000), (2, 1, '', -3000), (3, 1, '', -3000)
    ON CONFLICT (product_id, location_id, lot) DO UPDATE SET on_hand = on_hand + excluded.on_hand;
UPDATE product_stock_index SET on_hand = on_hand - 3000, worth = worth - 3000 * 672094, reserved = reserved - 3000 WHERE product_id <= 3;
UPDATE order_line SET delivered = quantity WHERE order_id = (SELECT max(id) FROM order_head);
UPDATE order_head SET status = 'delivered', delivered = 'yes' WHERE id = (SELECT max(id) FROM order_head);
INSERT INTO log_entry (at, contact_id, company_id, channel, direction, subject, order_id)
SELECT strftime('%Y-%m-%dT%H:%M'), contact_id, contact_id, 'system', 'out', 'LS of order ' || number || ' delivered', id
  FROM order_head WHERE id = (SELECT max(id) FROM order_head);
COMMIT;
