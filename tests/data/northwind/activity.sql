-- crm report activity --period 1997: the former system kept no log
SELECT employee, 0, 0, 0, count(DISTINCT number), 0 FROM line WHERE ordered BETWEEN '1997-01-01' AND '1997-12-31' GROUP BY 1 ORDER BY 1;
