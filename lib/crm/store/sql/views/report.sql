-- What was sold, as the reports count it: invoices and credit notes by their dates, credit notes below 0;
-- confirmed orders by theirs. `counted` names the invoice or order where it counts as one. What has no
-- product (words, freight) has no cost of goods; any other cost that is not known is NULL.
CREATE VIEW invoiced_sales AS
SELECT d.id AS document_id, CASE d.kind WHEN 'invoice' THEN d.id END AS counted, d.order_id, d.contact_id,
       (SELECT o.manager_id FROM order_head AS o WHERE o.id = d.order_id) AS manager_id, d.date, d.currency,
       CASE d.kind WHEN 'credit' THEN -d.net ELSE d.net END AS net
  FROM document AS d
 WHERE d.side = 'receivable' AND d.kind IN ('invoice', 'credit');

CREATE VIEW invoiced_sales_lines AS
SELECT d.id AS document_id, CASE d.kind WHEN 'invoice' THEN d.id END AS counted, d.order_id, d.contact_id,
       (SELECT o.manager_id FROM order_head AS o WHERE o.id = d.order_id) AS manager_id, d.date, d.currency,
       l.id AS line_id, l.product_id, l.tax_rate, CASE d.kind WHEN 'credit' THEN -l.net ELSE l.net END AS net,
       CASE d.kind WHEN 'credit' THEN -1 ELSE 1 END * CASE WHEN l.product_id IS NULL THEN coalesce(l.cost, 0) ELSE l.cost END AS cost
  FROM document AS d
  JOIN document_line AS l ON l.document_id = d.id
 WHERE d.side = 'receivable' AND d.kind IN ('invoice', 'credit');

-- `ordered` is net as it was ordered at first, `net` without what was cancelled since. Long sums take the first and look
-- at the few orders of which something was cancelled apart: here each order is looked up.
CREATE VIEW ordered_sales AS
SELECT o.id AS order_id, o.id AS counted, o.contact_id, o.manager_id, o.date, o.currency,
       o.net - coalesce((SELECT sum(l.net - line_net(l.quantity - l.cancelled, l.price, l.discount)) FROM order_line AS l
                          WHERE l.order_id = o.id AND l.cancelled > 0), 0) AS net, o.net AS ordered
  FROM order_head AS o
 WHERE o.kind = 'sale' AND o.status IN ('confirmed', 'delivered', 'invoiced');

-- The cost is known when all that is still wanted was delivered and nothing came back; of a service before that, too:
-- what is not delivered will cost as usual.
CREATE VIEW ordered_sales_lines AS
SELECT o.id AS order_id, CASE WHEN l.cancelled < l.quantity THEN o.id END AS counted, o.contact_id, o.manager_id, o.date,
       o.currency, l.product_id, l.quantity, l.cancelled, l.price, l.discount,
       CASE l.cancelled WHEN 0 THEN l.net ELSE line_net(l.quantity - l.cancelled, l.price, l.discount) END AS net, l.net AS ordered,
       CASE WHEN l.product_id IS NULL OR l.cancelled = l.quantity THEN 0
            WHEN l.delivered = l.quantity - l.cancelled
            THEN (SELECT CASE count(*) WHEN count(d.cost) THEN sum(d.cost) END FROM delivery_line AS d WHERE d.order_line_id = l.id)
            ELSE (SELECT line_net(l.quantity - l.cancelled - l.delivered, p.cost, 0)
                       + (SELECT CASE count(*) WHEN count(d.cost) THEN coalesce(sum(d.cost), 0) END
                            FROM delivery_line AS d WHERE d.order_line_id = l.id)
                    FROM product AS p WHERE p.id = l.product_id AND p.stock = 0 AND p.cost IS NOT NULL)
            END AS cost
  FROM order_head AS o
  JOIN order_line AS l ON l.order_id = o.id
 WHERE o.kind = 'sale' AND o.status IN ('confirmed', 'delivered', 'invoiced');
