-- crm report revenue --by country --basis ordered --columns orders,net,share, all of it; we know countries by their codes
WITH sums AS (
    SELECT c.Country AS key, count(DISTINCT l.number) AS orders, sum(l.cents) AS cents
      FROM line AS l JOIN c ON c.CustomerID = l.customer
     GROUP BY 1),
shares AS (SELECT *, (cents * 20000 + total) / (2 * total) AS share FROM (SELECT *, sum(cents) OVER () AS total FROM sums))
SELECT orders, printf('%d.%02d', cents / 100, cents % 100),
       rtrim(rtrim(printf('%d.%02d', share / 100, share % 100), '0'), '.')
  FROM shares ORDER BY cents DESC;
