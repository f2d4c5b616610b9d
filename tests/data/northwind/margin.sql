-- crm report margin --period 1997 --by customer: nobody knows what the goods cost
SELECT s.customer, c.CompanyName, printf('%d.%02d', cents / 100, cents % 100), '', '', ''
  FROM sums AS s JOIN c ON c.CustomerID = s.customer ORDER BY cents DESC, s.customer;
