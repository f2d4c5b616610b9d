-- tests/bench/sql/sale_invoice.sql
-- The rows that `crm order invoice` writes, but for the audit and the words of the full text.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
INSERT INTO number_series (name, next) VALUES ('invoice shell', 2) ON CONFLICT (name) DO UPDATE SET next = next + 1;
INSERT INTO document (number, number_key, series, series_number, side, kind, order_id, contact_id, date, due, currency, tax_case, terms,
                      net, tax_amount, gross, recipient)
SELECT 'RE-S-' || (n.next - 1), 're-s-' || (n.next - 1), n.name, n.next - 1, 'receivable', 'invoice', o.id, o.contact_id, date('now'),
       date('now'), 'EUR', 'domestic', '0 net', o.net, o.tax_amount, o.net + o.tax_amount,
       'Textilien Möller GmbH' || char(10) || 'Bahnhofstraße 59' || char(10) || '37818 Göttingen'
  FROM number_series AS n, order_head AS o WHERE n.name = 'invoice shell' AND o.id = (SELECT max(id) FROM order_head);
INSERT INTO document_line (document_id, position, order_line_id, delivery_line_id, product_id, text, unit, quantity, price, discount, net,
                           tax_rate, cost)
SELECT (SELECT max(id) FROM document), l.position, l.id, d.id, l.product_id, l.text, l.unit, d.quantity, l.price, l.discount, l.net, 1900, d.cost
  FROM order_line AS l JOIN delivery_line AS d ON d.order_line_id = l.id WHERE l.order_id = (SELECT max(id) FROM order_head);
INSERT INTO document_tax (document_id, rate, net, tax_amount)
SELECT id, 1900, net, tax_amount FROM document WHERE id = (SELECT max(id) FROM document);
INSERT INTO open_item_index (item_id, contact_id, side, currency, due, open)
SELECT id, contact_id, side, currency, due, gross FROM document WHERE id = (SELECT max(id) FROM document);
UPDATE order_line SET invoiced = delivered WHERE order_id = (SELECT max(id) FROM order_head);
UPDATE order_head SET status = 'invoiced', invoiced = 'yes' WHERE id = (SELECT max(id) FROM order_head);
INSERT INTO log_entry (at, contact_id, company_id, channel, direction, subject, order_id)
SELECT strftime('%Y-%m-%dT%H:%M'), contact_id, contact_id, 'system', 'out', 'invoice of order ' || number || ', 903.63 EUR', id
  FROM order_head WHERE id = (SELECT max(id) FROM order_head);
COMMIT;
