-- What `crm contact list -f csv` prints, by the shell on the same file.
.mode csv
.headers on
SELECT c.number, c.kind, c.name, c.legal_form, k.name AS company, e.role, c.street, c.postcode, c.city, c.country,
       coalesce(e.phone, c.phone) AS phone, coalesce(e.email, c.email) AS email, c.customer, c.supplier, m.code AS manager,
       (SELECT group_concat(t.tag, ';') FROM (SELECT tag FROM contact_tag WHERE contact_id = c.id ORDER BY tag_key) AS t) AS tags,
       c.preferred_channel, a.last_contact,
       coalesce(max(o.last_sale, o.last_purchase), o.last_sale, o.last_purchase) AS last_order
  FROM contact AS c
  LEFT JOIN employment AS e
    ON c.kind = 'person'
   AND e.id = (SELECT w.id FROM employment AS w
                WHERE w.person_id = c.id AND coalesce(w.first_day, date('now')) <= date('now')
                  AND coalesce(w.last_day, date('now')) >= date('now')
                ORDER BY w.main DESC, w.id LIMIT 1)
  LEFT JOIN contact AS k ON k.id = e.company_id
  LEFT JOIN staff AS m ON m.contact_id = c.manager_id
  LEFT JOIN contact_activity_index AS a ON a.contact_id = c.id
  LEFT JOIN contact_order_index AS o ON o.contact_id = c.id
 WHERE c.archived_on IS NULL AND c.merged_into_id IS NULL
 ORDER BY c.number_key;
