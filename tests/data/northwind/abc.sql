-- crm report abc --period 1997
WITH running AS (
    SELECT s.customer, c.CompanyName AS name, s.cents, sum(s.cents) OVER () AS total,
           sum(s.cents) OVER (ORDER BY s.cents DESC, s.customer) AS sum,
           sum(s.cents) OVER (ORDER BY s.cents DESC RANGE UNBOUNDED PRECEDING EXCLUDE GROUP) AS above
      FROM sums AS s JOIN c ON c.CustomerID = s.customer),
rates AS (
    SELECT *, (cents * 20000 + total) / (2 * total) AS share, (sum * 20000 + total) / (2 * total) AS cumulated FROM running)
SELECT customer, name, printf('%d.%02d', cents / 100, cents % 100),
       rtrim(rtrim(printf('%d.%02d', share / 100, share % 100), '0'), '.'),
       rtrim(rtrim(printf('%d.%02d', cumulated / 100, cumulated % 100), '0'), '.'),
       CASE WHEN coalesce(above, 0) * 100 < 80 * total THEN 'A' WHEN coalesce(above, 0) * 100 < 95 * total THEN 'B' ELSE 'C' END
  FROM rates ORDER BY cents DESC, customer;
