-- Mailings: who was written to or called, on what ground, and what came of it.

CREATE TABLE mailing (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL CHECK (name <> ''),
    name_key TEXT NOT NULL UNIQUE, -- lower case: the case of a name is ignored
    channel  TEXT NOT NULL CHECK (channel IN ('post', 'email', 'newsletter', 'phone')),
    per      TEXT NOT NULL CHECK (per IN ('company', 'person')),
    filter   TEXT NOT NULL,        -- the words that chose the recipients
    cost     INTEGER CHECK (cost >= 0), -- cents
    control  INTEGER NOT NULL DEFAULT 0 CHECK (control BETWEEN 0 AND 9999), -- hundredths of a percent
    at       TEXT NOT NULL,        -- local time, 2026-06-30T14:05
    staff_id INTEGER REFERENCES staff (contact_id)
) STRICT;

-- Recipients as they were when the mailing was made. contact_id is the person, or the company where
-- nobody was chosen; a contact that is merged into another later keeps its rows.
CREATE TABLE mailing_recipient (
    id                INTEGER PRIMARY KEY,
    mailing_id        INTEGER NOT NULL REFERENCES mailing (id),
    contact_id        INTEGER NOT NULL REFERENCES contact (id),
    company_id        INTEGER REFERENCES contact (id), -- at which the person is approached, or the company itself
    control           INTEGER NOT NULL DEFAULT 0 CHECK (control IN (0, 1)), -- left out to compare with
    number            TEXT NOT NULL,
    name              TEXT, -- from here to the revenue empty once the person is erased
    company           TEXT,
    salutation        TEXT,
    title             TEXT,
    given_name        TEXT,
    family_name       TEXT,
    letter_salutation TEXT,
    address           TEXT, -- its lines joined by line breaks
    street            TEXT,
    postcode          TEXT,
    city              TEXT,
    country           TEXT,
    email             TEXT,
    phone             TEXT,
    manager           TEXT,
    last_order        TEXT,
    revenue           INTEGER,
    legal_basis       TEXT NOT NULL CHECK (legal_basis <> '')
) STRICT;
CREATE INDEX mailing_recipient_by_mailing ON mailing_recipient (mailing_id);
CREATE UNIQUE INDEX mailing_recipient_once ON mailing_recipient (contact_id, mailing_id, coalesce(company_id, 0));
CREATE INDEX mailing_recipient_by_company ON mailing_recipient (company_id) WHERE company_id IS NOT NULL;

-- What was handed out to be sent, and the entry in the log that says so. known_consent is the newest
-- consent or block that was recorded by then and looked at; 0 where only a response proves the sending.
CREATE TABLE mailing_sending (
    id            INTEGER PRIMARY KEY,
    recipient_id  INTEGER NOT NULL UNIQUE REFERENCES mailing_recipient (id),
    at            TEXT NOT NULL, -- local time
    log_id        INTEGER NOT NULL UNIQUE REFERENCES log_entry (id),
    known_consent INTEGER NOT NULL
) STRICT;

CREATE TABLE mailing_response (
    id           INTEGER PRIMARY KEY,
    recipient_id INTEGER NOT NULL REFERENCES mailing_recipient (id),
    kind         TEXT NOT NULL CHECK (kind IN ('replied', 'bounced', 'unsubscribed', 'ordered')),
    at           TEXT NOT NULL, -- local time
    staff_id     INTEGER REFERENCES staff (contact_id),
    UNIQUE (recipient_id, kind)
) STRICT;

CREATE TRIGGER mailing_no_update BEFORE UPDATE ON mailing
BEGIN SELECT RAISE(ABORT, 'mailings are never changed'); END;
CREATE TRIGGER mailing_no_delete BEFORE DELETE ON mailing
BEGIN SELECT RAISE(ABORT, 'mailings are never deleted'); END;
-- Erasing a person empties what says something about them.
CREATE TRIGGER mailing_recipient_no_update BEFORE UPDATE ON mailing_recipient
WHEN (NEW.id, NEW.mailing_id, NEW.contact_id, NEW.company_id, NEW.control, NEW.number)
  IS NOT (OLD.id, OLD.mailing_id, OLD.contact_id, OLD.company_id, OLD.control, OLD.number)
  OR (NEW.legal_basis <> OLD.legal_basis -- where a consent was given stands behind its day, in brackets
      AND substr(OLD.legal_basis, 1, length(NEW.legal_basis) + 2) <> NEW.legal_basis || ' (')
  OR coalesce(NEW.name, NEW.company, NEW.salutation, NEW.title, NEW.given_name, NEW.family_name, NEW.letter_salutation,
              NEW.address, NEW.street, NEW.postcode, NEW.city, NEW.country, NEW.email, NEW.phone, NEW.manager,
              NEW.last_order, NEW.revenue) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'recipients are frozen'); END;
CREATE TRIGGER mailing_recipient_no_delete BEFORE DELETE ON mailing_recipient
BEGIN SELECT RAISE(ABORT, 'recipients are frozen'); END;
CREATE TRIGGER mailing_sending_no_update BEFORE UPDATE ON mailing_sending
BEGIN SELECT RAISE(ABORT, 'sendings are append-only'); END;
CREATE TRIGGER mailing_sending_no_delete BEFORE DELETE ON mailing_sending
BEGIN SELECT RAISE(ABORT, 'sendings are append-only'); END;
CREATE TRIGGER mailing_response_no_update BEFORE UPDATE ON mailing_response
BEGIN SELECT RAISE(ABORT, 'responses are append-only'); END;
CREATE TRIGGER mailing_response_no_delete BEFORE DELETE ON mailing_response
BEGIN SELECT RAISE(ABORT, 'responses are append-only'); END;
