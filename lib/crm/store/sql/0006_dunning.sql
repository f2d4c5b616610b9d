-- Reminders of what is overdue.

-- The base rate of § 247 BGB, which changes on 1 January and 1 July; half-years in which it did not are left out.
INSERT INTO setting (key, valid_from, value) VALUES
    ('interest.base', '2014-07-01', '-0.73'), ('interest.base', '2015-01-01', '-0.83'),
    ('interest.base', '2016-07-01', '-0.88'), ('interest.base', '2023-01-01', '1.62'),
    ('interest.base', '2023-07-01', '3.12'), ('interest.base', '2024-01-01', '3.62'),
    ('interest.base', '2024-07-01', '3.37'), ('interest.base', '2025-01-01', '2.27'),
    ('interest.base', '2025-07-01', '1.27'), ('interest.base', '2026-01-01', '1.27'),
    ('interest.base', '2026-07-01', '1.52');

-- A run is posted once; undone, it counts no more and its claims are taken back.
CREATE TABLE dunning_run (
    id        INTEGER PRIMARY KEY,
    date      TEXT NOT NULL,
    staff_id  INTEGER REFERENCES staff (contact_id),
    undone_on TEXT
) STRICT;
CREATE INDEX dunning_run_by_date ON dunning_run (date);
CREATE TRIGGER dunning_run_fixed BEFORE UPDATE ON dunning_run
WHEN NEW.id <> OLD.id OR NEW.date <> OLD.date OR OLD.undone_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a run is undone once and otherwise stays as it was'); END;
CREATE TRIGGER dunning_run_no_delete BEFORE DELETE ON dunning_run
BEGIN SELECT RAISE(ABORT, 'a run is undone, never deleted'); END;

CREATE TABLE dunning_line (
    id          INTEGER PRIMARY KEY,
    run_id      INTEGER NOT NULL REFERENCES dunning_run (id),
    contact_id  INTEGER NOT NULL REFERENCES contact (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    level       INTEGER NOT NULL CHECK (level > 0),
    open        INTEGER NOT NULL,
    days_overdue INTEGER NOT NULL,
    interest    INTEGER NOT NULL, -- what the law allows up to the day of the run, claimed or not
    total       INTEGER NOT NULL, -- what was asked for
    term        TEXT NOT NULL,    -- pay until
    fee_id      INTEGER REFERENCES document (id), -- the claims made with it
    interest_id INTEGER REFERENCES document (id),
    lumpsum_id  INTEGER REFERENCES document (id),
    channel     TEXT NOT NULL,
    log_id      INTEGER REFERENCES log_entry (id),
    UNIQUE (run_id, document_id)
) STRICT;
CREATE INDEX dunning_line_by_document ON dunning_line (document_id);
CREATE INDEX dunning_line_by_contact ON dunning_line (contact_id);
CREATE TRIGGER dunning_line_no_update BEFORE UPDATE ON dunning_line
BEGIN SELECT RAISE(ABORT, 'reminders are append-only'); END;
CREATE TRIGGER dunning_line_no_delete BEFORE DELETE ON dunning_line
BEGIN SELECT RAISE(ABORT, 'reminders are append-only'); END;

-- What went to whom with a run, so that it can be printed again as it was: one letter a contact and
-- currency. Erased when nobody has to keep it any more, all but the columns that say what it was.
CREATE TABLE dunning_letter (
    id         INTEGER PRIMARY KEY,
    run_id     INTEGER NOT NULL REFERENCES dunning_run (id),
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    person_id  INTEGER REFERENCES contact (id), -- whom it names at the contact
    currency   TEXT NOT NULL CHECK (length(currency) = 3),
    contact    TEXT, -- the name
    email      TEXT,
    address    TEXT, -- a line each
    content    TEXT, -- the letter as JSON
    UNIQUE (run_id, contact_id, currency)
) STRICT;
CREATE INDEX dunning_letter_by_contact ON dunning_letter (contact_id);
CREATE INDEX dunning_letter_by_person ON dunning_letter (person_id) WHERE person_id IS NOT NULL;
CREATE TRIGGER dunning_letter_fixed BEFORE UPDATE ON dunning_letter
WHEN (NEW.id, NEW.run_id, NEW.contact_id, NEW.currency) IS NOT (OLD.id, OLD.run_id, OLD.contact_id, OLD.currency)
  OR coalesce(NEW.person_id, NEW.contact, NEW.email, NEW.address, NEW.content) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a letter is erased or stays as it was'); END;
CREATE TRIGGER dunning_letter_no_delete BEFORE DELETE ON dunning_letter
BEGIN SELECT RAISE(ABORT, 'reminders are append-only'); END;

-- Not reminded of, all of a contact or one document, for a reason, until a day or until lifted.
CREATE TABLE dunning_block (
    id          INTEGER PRIMARY KEY,
    contact_id  INTEGER REFERENCES contact (id),
    document_id INTEGER REFERENCES document (id),
    first_day   TEXT NOT NULL,
    last_day    TEXT,
    reason      TEXT NOT NULL CHECK (reason <> ''),
    staff_id    INTEGER REFERENCES staff (contact_id),
    CHECK ((contact_id IS NULL) <> (document_id IS NULL))
) STRICT;
CREATE INDEX dunning_block_by_contact ON dunning_block (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX dunning_block_by_document ON dunning_block (document_id) WHERE document_id IS NOT NULL;

-- Who said when they would pay.
CREATE TABLE payment_promise (
    id          INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id),
    made_on     TEXT NOT NULL,
    date        TEXT NOT NULL,
    amount      INTEGER CHECK (amount > 0), -- NULL: all of it
    staff_id    INTEGER REFERENCES staff (contact_id)
) STRICT;
CREATE INDEX payment_promise_by_document ON payment_promise (document_id);
