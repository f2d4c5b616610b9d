CREATE VIEW settings AS
SELECT key, valid_from, value FROM setting;

CREATE VIEW audit_log AS
SELECT a.id, a.at, a.user, a.command, a.table_name, a.record, a.contact_id, c.number, v.before, v.after
  FROM audit AS a
  LEFT JOIN contact AS c ON c.id = a.contact_id
  LEFT JOIN audit_value AS v ON v.audit_id = a.id;
