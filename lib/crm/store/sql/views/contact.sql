CREATE VIEW contacts AS
SELECT c.id, c.number, c.kind, c.name, c.legal_form, c.salutation, c.title, c.given_name, c.family_name,
       c.street, c.postcode, c.city, c.region, c.country, c.phone, c.mobile, c.fax, c.email, c.web,
       c.vat_id, c.tax_number, c.leitweg_id, c.iban, c.bic, c.language, c.birthday,
       c.customer, c.supplier, c.prospect, c.consumer, m.code AS manager, c.preferred_channel,
       c.archived_on
  FROM contact AS c
  LEFT JOIN staff AS m ON m.contact_id = c.manager_id
 WHERE c.merged_into_id IS NULL;

CREATE VIEW merged_contacts AS
SELECT c.id, c.number, c.kind, c.name, k.number AS merged_into
  FROM contact AS c
  JOIN contact AS k ON k.id = c.merged_into_id;

CREATE VIEW employments AS
SELECT e.id, e.person_id, e.company_id, p.number AS person_number, p.name AS person,
       k.number AS company_number, k.name AS company, e.role, e.department, e.phone, e.email, e.main, e.first_day, e.last_day
  FROM employment AS e
  JOIN contact AS p ON p.id = e.person_id
  JOIN contact AS k ON k.id = e.company_id;

CREATE VIEW staff_members AS
SELECT s.contact_id, s.code, c.number, c.name, s.extension, d.code AS deputy
  FROM staff AS s
  JOIN contact AS c ON c.id = s.contact_id
  LEFT JOIN staff AS d ON d.contact_id = s.deputy_id;

CREATE VIEW absences AS
SELECT a.contact_id, s.code AS staff, a.first_day, a.last_day
  FROM absence AS a
  JOIN staff AS s ON s.contact_id = a.contact_id;

CREATE VIEW addresses AS
SELECT a.id, a.contact_id, c.number, a.usage, a.street, a.postcode, a.city, a.region, a.country, a.last_day
  FROM address AS a
  JOIN contact AS c ON c.id = a.contact_id;

CREATE VIEW contact_tags AS
SELECT t.contact_id, c.number, t.tag
  FROM contact_tag AS t
  JOIN contact AS c ON c.id = t.contact_id;

CREATE VIEW contact_fields AS
SELECT f.contact_id, c.number, f.key, f.value
  FROM contact_field AS f
  JOIN contact AS c ON c.id = f.contact_id;

CREATE VIEW relations AS
SELECT r.contact_id, c.number, r.kind, r.other_id, o.number AS other_number
  FROM relation AS r
  JOIN contact AS c ON c.id = r.contact_id
  JOIN contact AS o ON o.id = r.other_id;

CREATE VIEW notes AS
SELECT n.id, n.contact_id, c.number, n.at, s.code AS staff, n.text, n.pinned, n.last_day, n.log_id
  FROM note AS n
  JOIN contact AS c ON c.id = n.contact_id
  LEFT JOIN staff AS s ON s.contact_id = n.staff_id;

CREATE VIEW consents AS
SELECT n.id, n.contact_id, c.number, n.channel, n.state, n.at, n.source, n.reason, n.wording, n.confirmed_on,
       s.code AS staff
  FROM consent AS n
  JOIN contact AS c ON c.id = n.contact_id
  LEFT JOIN staff AS s ON s.contact_id = n.staff_id;

CREATE VIEW conditions AS
SELECT d.id, d.contact_id, c.number, d.kind, d.rate, d.price, d.amount, d.text, d.product, d.product_group,
       d.from_quantity, d.first_day, d.last_day, d.recorded_on, s.code AS staff,
       p.number AS agreed_with, d.agreed_on, d.log_id, d.note
  FROM condition AS d
  JOIN contact AS c ON c.id = d.contact_id
  LEFT JOIN staff AS s ON s.contact_id = d.staff_id
  LEFT JOIN contact AS p ON p.id = d.agreed_with_id;
