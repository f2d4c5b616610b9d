-- What `crm openitems list CONTACT -f csv` prints of the items themselves, by the shell on the same file.
.mode csv
.headers on
SELECT a.number AS account, c.number AS contact_number, c.name AS contact, d.number AS document, d.reference, d.kind,
       i.side, d.date, i.due, printf('%d.%02d', d.gross / 100, d.gross % 100) AS amount,
       printf('%d.%02d', (d.gross - i.open) / 100, (d.gross - i.open) % 100) AS paid,
       printf('%d.%02d', i.open / 100, i.open % 100) AS open, i.currency,
       max(0, CAST(julianday('now') - julianday(i.due) AS INTEGER)) AS days_overdue, m.code AS manager,
       m.extension, c.preferred_channel, c.phone, c.email
  FROM contact AS c
  JOIN open_item_index AS i ON i.contact_id = c.id
  JOIN document AS d ON d.id = i.item_id
  LEFT JOIN personal_account AS a ON a.contact_id = c.id AND a.side = i.side
  LEFT JOIN staff AS m ON m.contact_id = c.manager_id
 WHERE c.number_key = 'k70000168'
 ORDER BY i.due, d.number_key;
