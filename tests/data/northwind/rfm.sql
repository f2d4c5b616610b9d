-- crm report rfm --period 1997
WITH scores AS (
    SELECT *, CAST(julianday('1997-12-31') - julianday(last) AS INTEGER) AS days,
           1 + 5 * (rank() OVER (ORDER BY last) - 1) / count(*) OVER () AS r,
           1 + 5 * (rank() OVER (ORDER BY orders) - 1) / count(*) OVER () AS f,
           1 + 5 * (rank() OVER (ORDER BY cents) - 1) / count(*) OVER () AS m
      FROM sums)
SELECT s.customer, c.CompanyName, last, days, orders, printf('%d.%02d', cents / 100, cents % 100), r, f, m, '' || r || f || m
  FROM scores AS s JOIN c ON c.CustomerID = s.customer ORDER BY cents DESC, s.customer;
