-- Customers of the five years: when they last bought, how often and how much, in fifths. CSV, cents.
.mode csv
.headers on
WITH sums AS (
    SELECT contact_id, max(date) AS last, sum(kind = 'invoice') AS orders,
           sum(CASE kind WHEN 'credit' THEN -net ELSE net END) AS net
      FROM document
     WHERE side = 'receivable' AND kind IN ('invoice', 'credit') AND currency = 'EUR'
       AND date BETWEEN '2021-01-01' AND '2025-12-31'
     GROUP BY contact_id),
scores AS (
    SELECT *, 1 + 5 * (rank() OVER (ORDER BY last) - 1) / count(*) OVER () AS r,
           1 + 5 * (rank() OVER (ORDER BY orders) - 1) / count(*) OVER () AS f,
           1 + 5 * (rank() OVER (ORDER BY net) - 1) / count(*) OVER () AS m
      FROM sums)
SELECT c.number, c.name, last, CAST(julianday('2025-12-31') - julianday(last) AS INTEGER) AS days_since, orders, net,
       r, f, m, r || f || m AS code
  FROM scores AS s JOIN contact AS c ON c.id = s.contact_id
 ORDER BY net DESC, c.number_key;
