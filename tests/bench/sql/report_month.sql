-- Revenue by month of the five years, and each month's share. CSV, cents.
.mode csv
.headers on
SELECT month, orders, net, round(100.0 * net / sum(net) OVER (), 2) AS share
  FROM (SELECT substr(date, 1, 7) AS month, sum(kind = 'invoice') AS orders,
               sum(CASE kind WHEN 'credit' THEN -net ELSE net END) AS net
          FROM document
         WHERE side = 'receivable' AND kind IN ('invoice', 'credit') AND currency = 'EUR'
           AND date BETWEEN '2021-01-01' AND '2025-12-31'
         GROUP BY 1)
 ORDER BY month;
