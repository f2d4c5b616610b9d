-- What `crm log list K0013938 -f csv` prints, by the shell on the same file.
.mode csv
.headers on
SELECT l.id, l.at, k.number AS company_number, k.name AS company, p.number AS person_number, p.name AS person,
       l.channel, l.direction, s.code AS staff, l.subject, l.text, iif(l.agreement, 'yes', 'no') AS agreement,
       l.follow_up, l.done_on IS NOT NULL AS done, NULL AS "order"
  FROM log_entry AS l
  LEFT JOIN contact AS k ON k.id = l.company_id
  LEFT JOIN contact AS p ON p.id = l.person_id
  LEFT JOIN staff AS s ON s.contact_id = l.staff_id
 WHERE l.company_id = (SELECT id FROM contact WHERE number = 'K0013938')
 ORDER BY l.at DESC, l.id DESC;
