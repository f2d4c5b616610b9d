CREATE VIEW mailings AS
SELECT m.id, m.name, m.channel, m.per, m.filter, m.cost, m.control, m.at, s.code AS staff
  FROM mailing AS m
  LEFT JOIN staff AS s ON s.contact_id = m.staff_id;

CREATE VIEW mailing_recipients AS
SELECT r.id, r.mailing_id, m.name AS mailing, m.channel, coalesce(c.merged_into_id, r.contact_id) AS contact_id,
       coalesce(k.merged_into_id, r.company_id) AS company_id, r.control, r.number, r.name, r.company, r.salutation, r.title,
       r.given_name, r.family_name, r.letter_salutation, r.address, r.street, r.postcode, r.city, r.country, r.email, r.phone,
       r.manager, r.last_order, r.revenue, r.legal_basis, n.at AS sent_at, n.log_id
  FROM mailing_recipient AS r
  JOIN mailing AS m ON m.id = r.mailing_id
  JOIN contact AS c ON c.id = r.contact_id
  LEFT JOIN contact AS k ON k.id = r.company_id
  LEFT JOIN mailing_sending AS n ON n.recipient_id = r.id;

CREATE VIEW mailing_sendings AS
SELECT n.id, n.recipient_id, m.name AS mailing, m.channel, coalesce(c.merged_into_id, r.contact_id) AS contact_id,
       coalesce(k.merged_into_id, r.company_id) AS company_id, n.at, r.legal_basis, n.log_id
  FROM mailing_sending AS n
  JOIN mailing_recipient AS r ON r.id = n.recipient_id
  JOIN mailing AS m ON m.id = r.mailing_id
  JOIN contact AS c ON c.id = r.contact_id
  LEFT JOIN contact AS k ON k.id = r.company_id;

CREATE VIEW mailing_responses AS
SELECT p.id, p.recipient_id, m.name AS mailing, r.number, coalesce(c.merged_into_id, r.contact_id) AS contact_id, p.kind, p.at,
       s.code AS staff
  FROM mailing_response AS p
  JOIN mailing_recipient AS r ON r.id = p.recipient_id
  JOIN mailing AS m ON m.id = r.mailing_id
  JOIN contact AS c ON c.id = r.contact_id
  LEFT JOIN staff AS s ON s.contact_id = p.staff_id;
