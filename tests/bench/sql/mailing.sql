-- Customers and prospects who may be written to, with the person whom the letter is for and what they bought:
-- nobody twice by letter box, nobody at the letter box of a company that objects. Filters put their conditions
-- in the place of the words between two @.
.mode csv
.headers on
WITH @tables@
     chosen (number_key) AS MATERIALIZED (
        SELECT min(number_key)
          FROM (SELECT c.number_key, c.name, c.street, c.postcode, c.city, 0 AS objected
                  FROM contact AS c
                  LEFT JOIN contact_order_index AS o ON o.contact_id = c.id
                  @join@
                 WHERE (c.customer OR c.prospect) AND c.merged_into_id IS NULL AND c.archived_on IS NULL
                   AND c.street IS NOT NULL AND c.postcode IS NOT NULL AND c.city IS NOT NULL
                   AND @condition@
                   AND coalesce((SELECT n.state FROM consent AS n WHERE n.contact_id = c.id AND n.channel = 'post' ORDER BY n.id DESC LIMIT 1), '') <> 'block'
                 UNION ALL
                SELECT b.number_key, b.name, b.street, b.postcode, b.city, 1
                  FROM contact AS b
                 WHERE b.kind = 'company' AND b.street IS NOT NULL
                   AND (SELECT n.state FROM consent AS n WHERE n.contact_id = b.id AND n.channel = 'post' ORDER BY n.id DESC LIMIT 1) = 'block')
         GROUP BY lower(name), street, postcode, city
        HAVING NOT max(objected)
         ORDER BY 1)
SELECT c.number, c.name, p.salutation, p.title, p.given_name, p.family_name,
       CASE p.salutation WHEN 'Herr' THEN 'Sehr geehrter Herr ' || p.family_name WHEN 'Frau' THEN 'Sehr geehrte Frau ' || p.family_name
                         ELSE coalesce('Guten Tag ' || p.given_name || ' ' || p.family_name, 'Sehr geehrte Damen und Herren') END AS letter,
       coalesce(p.salutation || ' ', '') || p.name AS address_2, c.street AS address_3, c.postcode || ' ' || c.city AS address_4,
       c.street, c.postcode, c.city, c.country, coalesce(p.email, c.email) AS email, coalesce(p.phone, c.phone) AS phone,
       m.code AS manager, o.last_sale, @revenue@ AS revenue
  FROM chosen
  JOIN contact AS c USING (number_key)
  LEFT JOIN contact_order_index AS o ON o.contact_id = c.id
  @join@
  LEFT JOIN staff AS m ON m.contact_id = c.manager_id
  LEFT JOIN contact AS p ON p.id = (
           SELECT e.person_id FROM employment AS e
             JOIN contact AS w ON w.id = e.person_id
             LEFT JOIN employment_function AS f ON f.employment_id = e.id AND f.function = 'mailing'
            WHERE e.company_id = c.id AND coalesce(e.last_day, '9999') >= '2025-12-31' AND w.archived_on IS NULL
              AND coalesce((SELECT n.state FROM consent AS n WHERE n.contact_id = w.id AND n.channel = 'post' ORDER BY n.id DESC LIMIT 1), '') <> 'block'
            ORDER BY f.id IS NULL, e.main DESC, e.id LIMIT 1)
 ORDER BY c.number_key;
