-- crm report payments --period 1997 --columns number,documents,gross: when they were paid nobody knows. The
-- program takes customers of the same country for taxed, with the rate of its settings in 1997.
WITH invoice AS (
    SELECT l.customer, c.Country, sum(l.cents) AS cents
      FROM line AS l JOIN c ON c.CustomerID = l.customer
     WHERE l.invoiced BETWEEN '1997-01-01' AND '1997-12-31'
     GROUP BY l.number),
gross AS (
    SELECT customer, count(*) AS invoices, sum(cents + CASE Country WHEN 'USA' THEN (cents * 15 + 50) / 100 ELSE 0 END) AS cents
      FROM invoice GROUP BY customer)
SELECT customer, invoices, printf('%d.%02d', cents / 100, cents % 100) FROM gross ORDER BY cents DESC, customer;
