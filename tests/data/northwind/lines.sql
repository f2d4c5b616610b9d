-- Northwind's own files as lines in whole cents, each rounded once, freight as one of its own; and how
-- numbers are written. Read by the other files here, which answer what `crm report` answers by other means.
CREATE TABLE line AS
SELECT o.OrderID AS number, o.CustomerID AS customer, o.EmployeeID AS employee, substr(o.OrderDate, 1, 10) AS ordered,
       CASE WHEN o.ShippedDate LIKE '1%' THEN substr(o.ShippedDate, 1, 10) END AS invoiced, d.ProductID AS product,
       (CAST(round(d.UnitPrice * 100) AS INTEGER) * d.Quantity * (100 - CAST(round(d.Discount * 100) AS INTEGER)) + 50) / 100 AS cents
  FROM o JOIN d ON d.OrderID = o.OrderID
UNION ALL
SELECT o.OrderID, o.CustomerID, o.EmployeeID, substr(o.OrderDate, 1, 10),
       CASE WHEN o.ShippedDate LIKE '1%' THEN substr(o.ShippedDate, 1, 10) END, NULL, CAST(round(o.Freight * 100) AS INTEGER)
  FROM o WHERE o.Freight > 0;
-- Sums of a year of deliveries, by customer.
CREATE TABLE sums AS
SELECT customer, count(DISTINCT number) AS orders, sum(cents) AS cents, max(invoiced) AS last
  FROM line WHERE invoiced BETWEEN '1997-01-01' AND '1997-12-31' GROUP BY customer;
