-- crm report kpi --period 1997: what Northwind knows of it
WITH year AS (SELECT sum(cents) AS cents, count(DISTINCT number) AS orders FROM line WHERE ordered BETWEEN '1997-01-01' AND '1997-12-31')
SELECT 'revenue', printf('%d.%02d', sum(cents) / 100, sum(cents) % 100) FROM sums
UNION ALL SELECT 'order_intake', printf('%d.%02d', cents / 100, cents % 100) FROM year
UNION ALL SELECT 'order_value', printf('%d.%02d', (2 * cents + orders) / (2 * orders) / 100, (2 * cents + orders) / (2 * orders) % 100) FROM year
UNION ALL SELECT 'backlog', printf('%d.%02d', sum(cents) / 100, sum(cents) % 100) FROM line
           WHERE ordered <= '1997-12-31' AND (invoiced IS NULL OR invoiced > '1997-12-31')
UNION ALL SELECT 'customers_active', count(*) FROM sums
UNION ALL SELECT 'customers_new', count(*)
  FROM (SELECT min(invoiced) AS first FROM line GROUP BY customer) WHERE first BETWEEN '1997-01-01' AND '1997-12-31'
UNION ALL SELECT 'customers_lost', count(*)
  FROM (SELECT DISTINCT customer FROM line WHERE invoiced BETWEEN '1996-01-01' AND '1996-12-31'
        EXCEPT SELECT customer FROM sums);
