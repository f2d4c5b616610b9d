-- What `crm log list -f csv` prints, by the shell on the same file.
.mode csv
.headers on
SELECT l.id, l.at, k.number AS company_number, k.name AS company,
       p.number || coalesce((SELECT group_concat(';' || c.number, '') FROM log_participant AS o
                               JOIN contact AS c ON c.id = o.person_id WHERE o.log_id = l.id), '') AS person_number,
       p.name || coalesce((SELECT group_concat(';' || c.name, '') FROM log_participant AS o
                             JOIN contact AS c ON c.id = o.person_id WHERE o.log_id = l.id), '') AS person,
       l.channel, l.direction, s.code AS staff, l.subject, l.text, iif(l.agreement, 'yes', 'no') AS agreement,
       l.follow_up, CASE WHEN l.follow_up IS NOT NULL THEN iif(l.done_on IS NULL, 'no', 'yes') END AS done, NULL AS "order"
  FROM log_entry AS l
  LEFT JOIN contact AS k ON k.id = l.company_id
  LEFT JOIN contact AS p ON p.id = l.person_id
  LEFT JOIN staff AS s ON s.contact_id = l.staff_id
 ORDER BY l.at DESC, l.id DESC;
