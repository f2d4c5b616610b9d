-- Customers of the five years by revenue with classes A, B and C. CSV, cents.
.mode csv
.headers on
WITH sums AS (
    SELECT contact_id, sum(CASE kind WHEN 'credit' THEN -net ELSE net END) AS net
      FROM document
     WHERE side = 'receivable' AND kind IN ('invoice', 'credit') AND currency = 'EUR'
       AND date BETWEEN '2021-01-01' AND '2025-12-31'
     GROUP BY contact_id),
running AS (
    SELECT c.number, c.name, s.net, sum(s.net) OVER () AS whole,
           sum(s.net) OVER (ORDER BY s.net DESC, c.number_key ROWS UNBOUNDED PRECEDING) AS sum
      FROM sums AS s JOIN contact AS c ON c.id = s.contact_id)
SELECT number, name, net, round(100.0 * net / whole, 2) AS share, round(100.0 * sum / whole, 2) AS cumulated,
       CASE WHEN sum - net < 0.8 * whole THEN 'A' WHEN sum - net < 0.95 * whole THEN 'B' ELSE 'C' END AS class
  FROM running;
