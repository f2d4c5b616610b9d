-- What `crm log frequency --customer --not-since 90d -f csv` prints, by the shell on the same file.
.mode csv
.headers on
SELECT c.number, c.name, m.code AS manager, coalesce(a.contacts, 0) AS contacts, a.first_contact, a.last_contact,
       CAST(julianday(date('now')) - julianday(a.last_contact) AS INTEGER) AS days_since,
       CASE WHEN a.contacts > 1
            THEN round((julianday(a.last_contact) - julianday(a.first_contact)) / (a.contacts - 1), 1) END AS mean_interval_days,
       t.ideal AS target_days,
       CASE WHEN a.contacts IS NULL THEN 'never'
            WHEN julianday(date('now')) - julianday(a.last_contact) > t.latest THEN 'late'
            WHEN julianday(date('now')) - julianday(a.last_contact) > t.ideal THEN 'due'
            WHEN t.ideal IS NOT NULL THEN 'ok' END AS state
  FROM contact AS c
  LEFT JOIN contact_activity_index AS a ON a.contact_id = c.id
  LEFT JOIN staff AS m ON m.contact_id = c.manager_id
  LEFT JOIN contact_target AS t ON t.contact_id = c.id
 WHERE c.kind = 'company' AND c.customer AND c.id <> 1 AND c.archived_on IS NULL AND c.merged_into_id IS NULL
   AND (a.last_contact IS NULL OR a.last_contact < date('now', '-90 days'))
 ORDER BY c.number_key;
