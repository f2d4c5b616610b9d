-- What 'crm contact import' is measured against: the sqlite3 shell reads companies and persons as
-- they are generated, makes phone numbers one notation, folds names, and builds indexes and a full-text
-- index. No check, no audit, no second full-text form.
--   sqlite3 shell.db '.read contact_import.sql'        (inside the folder of the CSV files)
PRAGMA journal_mode = WAL;
PRAGMA cache_size = -65536;
PRAGMA temp_store = FILE;

CREATE TABLE company (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_fold TEXT NOT NULL,
    street TEXT, zip TEXT, city TEXT, country TEXT, phone TEXT, email TEXT, website TEXT, industry TEXT,
    employees INTEGER, terms_days INTEGER, post_ok INTEGER, email_ok INTEGER, phone_ok INTEGER, role TEXT, created TEXT);
CREATE TABLE person (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, company_id INTEGER NOT NULL REFERENCES company (id),
    salutation TEXT, first_name TEXT, last_name TEXT NOT NULL, name_fold TEXT NOT NULL, position TEXT, phone TEXT, mobile TEXT,
    email TEXT, post_ok INTEGER, email_ok INTEGER, phone_ok INTEGER);
CREATE TABLE phone (e164 TEXT NOT NULL, company_id INTEGER NOT NULL, person_id INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (e164, company_id, person_id)) WITHOUT ROWID;
CREATE VIRTUAL TABLE contact_fts USING fts5 (name, place, kind UNINDEXED, owner UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

BEGIN;
CREATE TEMP TABLE s_company (number, name, street, zip, city, country, phone, email, website, industry, employees,
    terms_days, post_ok, email_ok, phone_ok, role, created);
.import --csv --skip 1 companies.csv s_company
INSERT INTO company
SELECT rowid, number, name,
       lower(replace(replace(replace(replace(replace(replace(replace(name, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
                                     'Ä', 'ae'), 'Ö', 'oe'), 'Ü', 'ue')),
       street, zip, city, country, phone, email, website, industry, employees, terms_days, post_ok, email_ok, phone_ok,
       role, created
  FROM s_company;
DROP TABLE s_company;

CREATE TEMP TABLE s_person (number, company_number, salutation, first_name, last_name, position, phone, mobile, email,
    post_ok, email_ok, phone_ok);
.import --csv --skip 1 persons.csv s_person
INSERT INTO person
SELECT s.rowid, s.number, c.id, salutation, first_name, last_name,
       lower(replace(replace(replace(replace(replace(replace(replace(last_name, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
                                     'Ä', 'ae'), 'Ö', 'oe'), 'Ü', 'ue')),
       position, s.phone, mobile, s.email, s.post_ok, s.email_ok, s.phone_ok
  FROM s_person AS s
  JOIN company AS c ON c.number = s.company_number;
DROP TABLE s_person;

-- Numbers in any notation to +49…
WITH raw (t, c, p) AS (
    SELECT phone, id, 0 FROM company WHERE phone <> ''
    UNION ALL SELECT phone, company_id, id FROM person WHERE phone <> ''
    UNION ALL SELECT mobile, company_id, id FROM person WHERE mobile <> ''),
d (t, c, p) AS (
    SELECT replace(replace(replace(replace(replace(replace(replace(replace(t, '(0)', ''), ' ', ''), '/', ''), '-', ''),
                                   '(', ''), ')', ''), '.', ''), '+', '00'), c, p
      FROM raw)
INSERT OR IGNORE INTO phone
SELECT CASE WHEN substr(t, 1, 2) = '00' THEN '+' || substr(t, 3)
            WHEN substr(t, 1, 1) = '0' THEN '+49' || substr(t, 2)
            ELSE t END AS e, c, p
  FROM d
 ORDER BY e;

CREATE INDEX company_fold ON company (name_fold);
CREATE INDEX person_fold ON person (name_fold);
CREATE INDEX person_company ON person (company_id);
INSERT INTO contact_fts SELECT name, zip || ' ' || city, 'company', id FROM company;
INSERT INTO contact_fts
SELECT p.first_name || ' ' || p.last_name, c.city || ' ' || c.name, 'person', p.id
  FROM person AS p
  JOIN company AS c ON c.id = p.company_id;
COMMIT;
PRAGMA analysis_limit = 1000;
ANALYZE;
