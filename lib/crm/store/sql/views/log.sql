CREATE VIEW log_entries AS
SELECT l.id, l.at, l.contact_id, l.company_id, l.person_id, k.number AS company_number,
       k.name AS company, p.number AS person_number, p.name AS person, l.channel, l.direction, s.code AS staff, l.subject, l.text, l.outcome,
       l.minutes, l.agreement, l.follow_up, f.code AS follow_up_staff, l.done_on
  FROM log_entry AS l
  LEFT JOIN contact AS k ON k.id = l.company_id
  LEFT JOIN contact AS p ON p.id = l.person_id
  LEFT JOIN staff AS s ON s.contact_id = l.staff_id
  LEFT JOIN staff AS f ON f.contact_id = l.follow_up_staff_id;

CREATE VIEW log_participants AS
SELECT l.log_id, l.person_id, p.number AS person_number, p.name AS person
  FROM log_participant AS l
  JOIN contact AS p ON p.id = l.person_id;

CREATE VIEW contact_targets AS
SELECT t.contact_id, c.number, t.tag_key AS tag, t.ideal, t.latest
  FROM contact_target AS t
  LEFT JOIN contact AS c ON c.id = t.contact_id;
