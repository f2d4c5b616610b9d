CREATE VIEW orders AS
SELECT o.id, o.number, o.kind, o.status, o.contact_id, o.person_id, c.number AS contact_number, c.name AS contact, p.number AS person_number,
       m.code AS manager, o.date, o.valid_until, o.deliver_by, o.confirmed_on, o.reference, o.buyer_reference,
       o.text, o.currency, o.tax_case, o.terms, o.net, o.tax_amount, o.net + o.tax_amount AS gross, o.delivered, o.invoiced,
       q.number AS quote, o.reason, o.historical
  FROM order_head AS o
  JOIN contact AS c ON c.id = o.contact_id
  LEFT JOIN contact AS p ON p.id = o.person_id
  LEFT JOIN staff AS m ON m.contact_id = o.manager_id
  LEFT JOIN order_head AS q ON q.id = o.quote_id;

CREATE VIEW order_lines AS
SELECT l.id, l.order_id, o.number, l.position, l.product_id, p.sku, l.text, l.unit, l.quantity, l.price, l.discount, l.net,
       l.tax, coalesce(l.tax_case, o.tax_case) AS tax_case, l.condition, l.delivered, l.returned, l.cancelled, l.invoiced, l.credited
  FROM order_line AS l
  JOIN order_head AS o ON o.id = l.order_id
  LEFT JOIN product AS p ON p.id = l.product_id;

-- The few lines of which something was cancelled, found by an index of their own.
CREATE VIEW cancelled_order_lines AS
SELECT order_id, product_id, quantity, price, discount, net, cancelled
  FROM order_line
 WHERE cancelled > 0;

CREATE VIEW deliveries AS
SELECT d.id, d.number, d.order_id, o.number AS order_number, d.kind, d.date, d.goods_country, d.service_country, d.vat_id, d.reason, s.code AS staff
  FROM delivery AS d
  JOIN order_head AS o ON o.id = d.order_id
  LEFT JOIN staff AS s ON s.contact_id = d.staff_id;

CREATE VIEW delivery_lines AS
SELECT l.id, l.delivery_id, d.number, l.order_line_id, l.quantity, l.cost, l.returns_id
  FROM delivery_line AS l
  JOIN delivery AS d ON d.id = l.delivery_id;
