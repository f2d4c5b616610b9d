-- What `crm openitems pay` writes, by the shell on the same file: the payment with its number, what it
-- settles, what is open then, and the audit of the three records, safe on the disk.
PRAGMA synchronous = FULL;
BEGIN IMMEDIATE;
UPDATE number_series SET next = next + 1 WHERE name = 'payment 2026';
INSERT INTO payment (number, number_key, series, series_number, contact_id, side, date, amount, currency)
SELECT 'ZA2026-' || next, 'za2026-' || next, name, next - 1, (SELECT id FROM contact WHERE number_key = 'k70000168'),
       'receivable', '2026-06-30', 100, 'EUR'
  FROM number_series WHERE name = 'payment 2026';
INSERT INTO allocation (date, kind, document_id, payment_id, amount)
SELECT '2026-06-30', 'payment', i.item_id, (SELECT max(id) FROM payment), 100
  FROM open_item_index AS i
 WHERE i.contact_id = (SELECT id FROM contact WHERE number_key = 'k70000168') AND i.side = 'receivable'
 ORDER BY i.due LIMIT 1;
UPDATE open_item_index SET open = open - 100
 WHERE item_id = (SELECT document_id FROM allocation ORDER BY id DESC LIMIT 1);
INSERT INTO audit (at, user, command, table_name, record, contact_id, digest, hash)
SELECT '2026-06-30T10:00:00Z', 'root', 'openitems pay', table_name, 1, 175, randomblob(32), randomblob(32)
  FROM (SELECT 'number_series' AS table_name UNION ALL SELECT 'payment' UNION ALL SELECT 'allocation');
INSERT INTO audit_value (audit_id, salt, after)
SELECT id, randomblob(16), '{"id":45162,"number":"ZA2026-00505","number_key":"za42026-500505","series":"payment 2026"}'
  FROM audit ORDER BY id DESC LIMIT 3;
COMMIT;
