CREATE VIEW recipients AS
SELECT c.id, c.number, c.kind, c.name, c.legal_form, c.salutation, c.title, c.given_name, c.family_name, c.street, c.postcode,
       c.city, c.region, coalesce(c.country, (SELECT country FROM contact WHERE id = 1)) AS country, c.phone, c.mobile, c.email,
       c.web, c.vat_id, c.language, c.birthday, c.customer, c.supplier, c.prospect, c.consumer, m.code AS manager,
       c.preferred_channel, c.archived_on,
       (SELECT group_concat(t.tag, ';') FROM contact_tag AS t WHERE t.contact_id = c.id) AS tags,
       (SELECT json_group_object(f.key, f.value) FROM contact_field AS f WHERE f.contact_id = c.id) AS fields,
       (SELECT a.last_contact FROM contact_activity_index AS a WHERE a.contact_id = c.id) AS last_contact,
       (SELECT i.last_sale FROM contact_order_index AS i WHERE i.contact_id = c.id) AS last_order,
       (SELECT i.last_purchase FROM contact_order_index AS i WHERE i.contact_id = c.id) AS last_purchase,
       (SELECT count(*) FROM order_head AS o WHERE o.contact_id = c.id AND o.kind = 'sale'
           AND o.status IN ('confirmed', 'delivered', 'invoiced')) AS orders,
       (SELECT coalesce(sum(o.net), 0) FROM order_head AS o WHERE o.contact_id = c.id AND o.kind = 'sale'
           AND o.status IN ('confirmed', 'delivered', 'invoiced'))
       - CASE WHEN c.id IN (SELECT o.contact_id FROM order_line AS l JOIN order_head AS o ON o.id = l.order_id WHERE l.cancelled > 0)
              THEN (SELECT coalesce(sum(l.net - line_net(l.quantity - l.cancelled, l.price, l.discount)), 0)
                      FROM order_head AS o JOIN order_line AS l ON l.order_id = o.id
                     WHERE o.contact_id = c.id AND o.kind = 'sale' AND o.status IN ('confirmed', 'delivered', 'invoiced')
                       AND l.cancelled > 0)
              ELSE 0 END AS revenue
  FROM contact AS c
  LEFT JOIN staff AS m ON m.contact_id = c.manager_id
 WHERE c.merged_into_id IS NULL;

CREATE VIEW segments AS
SELECT g.id, g.name, g.filter, g.at, s.code AS staff
  FROM segment AS g
  LEFT JOIN staff AS s ON s.contact_id = g.staff_id;
