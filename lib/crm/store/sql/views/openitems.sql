CREATE VIEW documents AS
SELECT d.id, d.number, d.side, d.kind, d.order_id, o.number AS order_number, d.contact_id, d.person_id, c.number AS contact_number,
       c.name AS contact, d.date, d.due, d.reference, d.currency, d.tax_case, d.terms, d.net, d.tax_amount, d.gross,
       k.number AS corrects, d.historical
  FROM document AS d
  JOIN contact AS c ON c.id = d.contact_id
  LEFT JOIN order_head AS o ON o.id = d.order_id
  LEFT JOIN document AS k ON k.id = d.corrects_id;

CREATE VIEW document_lines AS
SELECT l.id, l.document_id, d.number, l.position, l.order_line_id, l.delivery_line_id, l.product_id, p.sku, l.text, l.unit, l.quantity, l.price,
       l.discount, l.net, l.tax_rate, l.cost
  FROM document_line AS l
  JOIN document AS d ON d.id = l.document_id
  LEFT JOIN product AS p ON p.id = l.product_id;

CREATE VIEW document_taxes AS
SELECT t.document_id, d.number, t.rate, t.net, t.tax_amount
  FROM document_tax AS t
  JOIN document AS d ON d.id = t.document_id;

CREATE VIEW payments AS
SELECT p.id, p.number, p.contact_id, c.number AS contact_number, c.name AS contact, p.side, p.date, p.amount, p.currency,
       p.reference, r.number AS reverses, p.bank_line_id, s.code AS staff
  FROM payment AS p
  JOIN contact AS c ON c.id = p.contact_id
  LEFT JOIN payment AS r ON r.id = p.reverses_id
  LEFT JOIN staff AS s ON s.contact_id = p.staff_id;

CREATE VIEW allocations AS
SELECT a.id, a.date, a.kind, a.document_id, d.number AS document, f.number AS refund, a.payment_id, p.number AS payment,
       k.number AS credit, a.amount, a.reverses_id, a.reason, s.code AS staff
  FROM allocation AS a
  LEFT JOIN document AS d ON d.id = a.document_id
  LEFT JOIN payment AS f ON f.id = a.refund_id
  LEFT JOIN payment AS p ON p.id = a.payment_id
  LEFT JOIN document AS k ON k.id = a.credit_id
  LEFT JOIN staff AS s ON s.contact_id = a.staff_id;

CREATE VIEW allocation_taxes AS
SELECT t.allocation_id, t.rate, t.net, t.tax_amount
  FROM allocation_tax AS t;

CREATE VIEW open_items AS
SELECT i.item_id, coalesce(d.number, p.number) AS number, i.side, coalesce(d.kind, 'payment') AS kind, i.contact_id,
       c.number AS contact_number, c.name AS contact, a.number AS account, coalesce(d.date, p.date) AS date, i.due,
       coalesce(d.gross, p.amount) AS gross, i.open, i.currency
  FROM open_item_index AS i
  JOIN contact AS c ON c.id = i.contact_id
  LEFT JOIN document AS d ON d.id = i.item_id
  LEFT JOIN payment AS p ON p.id = -i.item_id
  LEFT JOIN personal_account AS a ON a.contact_id = i.contact_id AND a.side = i.side;

CREATE VIEW period_closes AS
SELECT k.id, k.action, k.until, k.closed_until, k.reason, k.at, s.code AS staff
  FROM period_close AS k
  LEFT JOIN staff AS s ON s.contact_id = k.staff_id;

CREATE VIEW sales_invoiced AS
SELECT d.id, coalesce(c.merged_into_id, d.contact_id) AS contact_id, d.date,
       CASE d.kind WHEN 'credit' THEN -d.net ELSE d.net END AS net, d.currency
  FROM document AS d
  JOIN contact AS c ON c.id = d.contact_id
 WHERE d.side = 'receivable' AND d.kind IN ('invoice', 'credit');
