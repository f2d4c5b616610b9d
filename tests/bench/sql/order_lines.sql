-- What `crm order lines -f csv` prints, by the shell on the same file; amounts as they are stored.
.mode csv
.headers on
SELECT o.number AS "order", l.position AS line, o.kind, o.date, c.number AS contact_number, p.sku, l.text, l.quantity,
       l.delivered, l.invoiced, l.price,
       l.discount, l.net, l.tax, l.condition
  FROM order_head AS o
  JOIN contact AS c ON c.id = o.contact_id
  JOIN order_line AS l ON l.order_id = o.id
  LEFT JOIN product AS p ON p.id = l.product_id
 ORDER BY o.number_key, l.position;
