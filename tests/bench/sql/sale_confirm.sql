-- tests/bench/sql/sale_confirm.sql
-- The rows that `crm order confirm` writes, but for the audit and the words of the full text.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
UPDATE order_head SET status = 'confirmed', confirmed_on = date('now') WHERE id = (SELECT max(id) FROM order_head);
INSERT INTO product_stock_index (product_id, reserved) VALUES (1, 3000), (2, 3000), (3, 3000)
    ON CONFLICT (product_id) DO UPDATE SET reserved = reserved + excluded.reserved;
INSERT INTO contact_order_index (contact_id, last_sale) SELECT contact_id, date FROM order_head WHERE id = (SELECT max(id) FROM order_head)
    ON CONFLICT (contact_id) DO UPDATE SET last_sale = excluded.last_sale;
INSERT INTO log_entry (at, contact_id, company_id, channel, direction, subject, order_id)
SELECT strftime('%Y-%m-%dT%H:%M'), contact_id, contact_id, 'system', 'out', 'order ' || number || ' confirmed, 759.35 EUR', id
  FROM order_head WHERE id = (SELECT max(id) FROM order_head);
INSERT OR IGNORE INTO seller (address, phone, email, web, vat_id, tax_number, register, iban, bic)
VALUES ('Muster GmbH' || char(10) || 'Werkstraße 1' || char(10) || '50667 Köln', '', '', '', '', '', '', '', '');
INSERT INTO order_confirmation (order_id, recipient, seller_id)
SELECT max(id), 'Textilien Möller GmbH' || char(10) || 'Bahnhofstraße 59' || char(10) || '37818 Göttingen', (SELECT max(id) FROM seller) FROM order_head;
COMMIT;
