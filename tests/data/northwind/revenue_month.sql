-- crm report revenue --by month --basis ordered, all of it
WITH sums AS (SELECT substr(ordered, 1, 7) AS month, count(DISTINCT number) AS orders, sum(cents) AS cents FROM line GROUP BY 1),
shares AS (SELECT *, (cents * 20000 + total) / (2 * total) AS share FROM (SELECT *, sum(cents) OVER () AS total FROM sums))
SELECT month, orders, printf('%d.%02d', cents / 100, cents % 100),
       rtrim(rtrim(printf('%d.%02d', share / 100, share % 100), '0'), '.'), '', ''
  FROM shares ORDER BY month;
