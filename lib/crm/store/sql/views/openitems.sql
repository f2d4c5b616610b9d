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
       l.discount, l.net, l.tax_rate, coalesce(l.tax_case, d.tax_case) AS tax_case, l.cost
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

CREATE VIEW payment_imports AS
SELECT i.id, i.at, i.file, i.payments, i.rejected, i.checksum, s.code AS staff
  FROM payment_import AS i
  LEFT JOIN staff AS s ON s.contact_id = i.staff_id;

CREATE VIEW period_closes AS
SELECT k.id, k.action, k.until, k.closed_until, k.reason, k.at, s.code AS staff
  FROM period_close AS k
  LEFT JOIN staff AS s ON s.contact_id = k.staff_id;

CREATE VIEW mandates AS
SELECT m.id, m.contact_id, c.number AS contact_number, c.name AS contact, m.iban, m.reference, m.signed_on, m.scheme,
       m.used_before, m.ended_on, s.code AS staff
  FROM sepa_mandate AS m
  JOIN contact AS c ON c.id = m.contact_id
  LEFT JOIN staff AS s ON s.contact_id = m.staff_id;

CREATE VIEW payment_files AS
SELECT f.id, f.kind, f.message_id AS file, a.iban, f.at, f.items, f.amount, f.checksum, f.undone_on, s.code AS staff
  FROM sepa_file AS f
  JOIN bank_account AS a ON a.id = f.account_id
  LEFT JOIN staff AS s ON s.contact_id = f.staff_id;

CREATE VIEW payment_file_items AS
SELECT i.id, i.file_id, f.message_id AS file, i.document_id, d.number AS document, d.contact_id, i.date, i.amount, i.skonto,
       i.end_to_end, m.reference AS mandate, i.sequence, f.undone_on
  FROM sepa_item AS i
  JOIN sepa_file AS f ON f.id = i.file_id
  JOIN document AS d ON d.id = i.document_id
  LEFT JOIN sepa_mandate AS m ON m.id = i.mandate_id;

CREATE VIEW datev_exports AS
SELECT e.id, e.first_day, e.last_day, e.at, e.rows, e.checksum, s.code AS staff
  FROM datev_export AS e
  LEFT JOIN staff AS s ON s.contact_id = e.staff_id;

CREATE VIEW dunning_runs AS
SELECT r.id, r.date, s.code AS staff, r.undone_on
  FROM dunning_run AS r
  LEFT JOIN staff AS s ON s.contact_id = r.staff_id;

CREATE VIEW dunning_lines AS
SELECT l.id, l.run_id, r.date, r.undone_on, l.contact_id, c.number AS contact_number, c.name AS contact, l.document_id,
       d.number AS document, l.level, l.open, d.currency, l.days_overdue, l.interest, l.total, l.term, f.number AS fee_claim,
       i.number AS interest_claim, u.number AS lumpsum_claim, l.channel, l.log_id
  FROM dunning_line AS l
  JOIN dunning_run AS r ON r.id = l.run_id
  JOIN contact AS c ON c.id = l.contact_id
  JOIN document AS d ON d.id = l.document_id
  LEFT JOIN document AS f ON f.id = l.fee_id
  LEFT JOIN document AS i ON i.id = l.interest_id
  LEFT JOIN document AS u ON u.id = l.lumpsum_id;

CREATE VIEW dunning_letters AS
SELECT l.id, l.run_id, r.date, r.undone_on, l.contact_id, c.number AS contact_number, l.contact, l.person_id, l.currency,
       l.email, l.address, l.content
  FROM dunning_letter AS l
  JOIN dunning_run AS r ON r.id = l.run_id
  JOIN contact AS c ON c.id = l.contact_id;

CREATE VIEW dunning_blocks AS
SELECT b.id, coalesce(b.contact_id, d.contact_id) AS contact_id, c.number AS contact_number, c.name AS contact,
       b.document_id, d.number AS document, b.first_day, b.last_day, b.reason, s.code AS staff
  FROM dunning_block AS b
  LEFT JOIN document AS d ON d.id = b.document_id
  JOIN contact AS c ON c.id = coalesce(b.contact_id, d.contact_id)
  LEFT JOIN staff AS s ON s.contact_id = b.staff_id;

CREATE VIEW payment_promises AS
SELECT p.id, d.contact_id, c.number AS contact_number, c.name AS contact, p.document_id, d.number AS document, p.made_on,
       p.date, p.amount, s.code AS staff
  FROM payment_promise AS p
  JOIN document AS d ON d.id = p.document_id
  JOIN contact AS c ON c.id = d.contact_id
  LEFT JOIN staff AS s ON s.contact_id = p.staff_id;
