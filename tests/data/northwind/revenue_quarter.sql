-- crm report revenue --by quarter --period 1997 --compare previous
WITH sums AS (
    SELECT substr(invoiced, 1, 4) AS year, (substr(invoiced, 6, 2) + 2) / 3 AS quarter, count(DISTINCT number) AS orders,
           sum(cents) AS cents
      FROM line GROUP BY 1, 2),
pairs AS (
    SELECT n.quarter, n.orders, n.cents, coalesce(p.cents, 0) AS before, sum(n.cents) OVER () AS total
      FROM sums AS n LEFT JOIN sums AS p ON p.year = '1996' AND p.quarter = n.quarter
     WHERE n.year = '1997'),
rates AS (
    SELECT *, (cents * 20000 + total) / (2 * total) AS share,
           CASE WHEN before > 0 THEN (abs(cents - before) * 20000 + before) / (2 * before) END AS change
      FROM pairs)
SELECT '1997-Q' || quarter, orders, printf('%d.%02d', cents / 100, cents % 100),
       rtrim(rtrim(printf('%d.%02d', share / 100, share % 100), '0'), '.'), printf('%d.%02d', before / 100, before % 100),
       CASE WHEN change IS NULL THEN ''
            ELSE CASE WHEN cents < before THEN '-' ELSE '' END || rtrim(rtrim(printf('%d.%02d', change / 100, change % 100), '0'), '.') END
  FROM rates ORDER BY quarter;
