-- What `crm order list -f csv` prints, by the shell on the same file; amounts as they are stored.
.mode csv
.headers on
SELECT o.number, o.kind, o.date, c.number AS contact_number, c.name AS contact, o.status, o.net, o.tax_amount AS tax,
       o.net + o.tax_amount AS gross, o.currency,
       o.reference, o.delivered, o.invoiced, m.code AS manager
  FROM order_head AS o
  JOIN contact AS c ON c.id = o.contact_id
  LEFT JOIN staff AS m ON m.contact_id = o.manager_id
 ORDER BY o.number_key;
