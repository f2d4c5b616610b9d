-- crm report revenue --by product --basis ordered, all of it
WITH sums AS (
    SELECT l.product AS key, p.ProductName AS name, count(DISTINCT l.number) AS orders, sum(l.cents) AS cents
      FROM line AS l LEFT JOIN p ON p.ProductID = l.product
     GROUP BY 1),
shares AS (SELECT *, (cents * 20000 + total) / (2 * total) AS share FROM (SELECT *, sum(cents) OVER () AS total FROM sums))
SELECT key, name, orders, printf('%d.%02d', cents / 100, cents % 100),
       rtrim(rtrim(printf('%d.%02d', share / 100, share % 100), '0'), '.'), '', ''
  FROM shares ORDER BY cents DESC, 1;
