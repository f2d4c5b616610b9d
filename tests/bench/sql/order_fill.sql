-- A million orders of three lines each, a quarter of them purchases, over ten years and 200,000 contacts.
BEGIN;
INSERT INTO product (sku, sku_key, name, price, cost, unit)
SELECT printf('P-%05d', value), printf('p-5%05d', value), 'Artikel ' || value, 100000 + value, 60000 + value, 'Stück'
  FROM generate_series(1, 20000);
INSERT INTO order_head (number, number_key, series, series_number, kind, status, contact_id, manager_id, date, confirmed_on,
                        reference, currency, tax_case, net, tax_amount, delivered, invoiced)
SELECT printf('AU2026-%07d', value), printf('au42026-7%07d', value), 'order 2026', value,
       CASE value % 4 WHEN 0 THEN 'purchase' ELSE 'sale' END,
       CASE WHEN value % 50 = 0 THEN 'confirmed' ELSE 'invoiced' END,
       2 + (value * 7919) % 200000, NULL, date('2016-01-01', (value % 3650) || ' days'),
       date('2016-01-01', (value % 3650) || ' days'), 'B-' || value, 'EUR', 'domestic', 36000, 6840,
       CASE WHEN value % 50 = 0 THEN 'no' ELSE 'yes' END, CASE WHEN value % 50 = 0 THEN 'no' ELSE 'yes' END
  FROM generate_series(1, 1000000);
INSERT INTO order_line (order_id, position, product_id, text, unit, quantity, price, net, tax, condition, delivered, invoiced)
SELECT o.id, s.value, 1 + (o.id * 31 + s.value * 977) % 20000, 'Artikel', 'Stück', 12000, 100000, 12000, 'standard', 'price list',
       CASE o.status WHEN 'invoiced' THEN 12000 ELSE 0 END, CASE o.status WHEN 'invoiced' THEN 12000 ELSE 0 END
  FROM order_head AS o, generate_series(1, 3) AS s;
COMMIT;
