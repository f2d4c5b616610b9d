-- Whoever ordered a product, who may be written to.
.mode csv
.headers on
SELECT c.number, c.name, p.salutation, p.title, p.given_name, p.family_name,
       CASE p.salutation WHEN 'Herr' THEN 'Sehr geehrter Herr ' || p.family_name WHEN 'Frau' THEN 'Sehr geehrte Frau ' || p.family_name
                         ELSE coalesce('Guten Tag ' || p.given_name || ' ' || p.family_name, 'Sehr geehrte Damen und Herren') END AS letter,
       coalesce(p.salutation || ' ', '') || p.name AS address_2, c.street AS address_3, c.postcode || ' ' || c.city AS address_4,
       c.street, c.postcode, c.city, c.country, coalesce(p.email, c.email) AS email, coalesce(p.phone, c.phone) AS phone,
       m.code AS manager, o.last_sale,
       (SELECT sum(s.net) FROM order_head AS s WHERE s.contact_id = c.id AND s.kind = 'sale' AND s.status IN ('confirmed', 'delivered', 'invoiced')
           AND s.date BETWEEN '1900-01-01' AND '2025-12-31' AND s.currency = 'EUR') AS revenue
  FROM contact AS c
  LEFT JOIN contact_order_index AS o ON o.contact_id = c.id
  LEFT JOIN staff AS m ON m.contact_id = c.manager_id
  LEFT JOIN contact AS p ON p.id = (
           SELECT e.person_id FROM employment AS e
             JOIN contact AS w ON w.id = e.person_id
             LEFT JOIN employment_function AS f ON f.employment_id = e.id AND f.function = 'mailing'
            WHERE e.company_id = c.id AND coalesce(e.last_day, '9999') >= '2025-12-31' AND w.archived_on IS NULL
              AND coalesce((SELECT n.state FROM consent AS n WHERE n.contact_id = w.id AND n.channel = 'post' ORDER BY n.id DESC LIMIT 1), '') <> 'block'
            ORDER BY f.id IS NULL, e.main DESC, e.id LIMIT 1)
 WHERE (c.customer OR c.prospect) AND c.merged_into_id IS NULL AND c.archived_on IS NULL
   AND c.street IS NOT NULL AND c.postcode IS NOT NULL AND c.city IS NOT NULL
   AND coalesce((SELECT n.state FROM consent AS n WHERE n.contact_id = c.id AND n.channel = 'post' ORDER BY n.id DESC LIMIT 1), '') <> 'block'
   AND c.id IN (SELECT h.contact_id FROM order_line AS l JOIN order_head AS h ON h.id = l.order_id
                 WHERE l.product_id = (SELECT id FROM product WHERE sku = 'ART-000001')
                   AND h.kind = 'sale' AND h.status IN ('confirmed', 'delivered', 'invoiced'))
 ORDER BY c.number_key;
