-- Bank accounts, their statements, and what became of each line.

CREATE TABLE bank_account (
    id       INTEGER PRIMARY KEY,
    iban     TEXT NOT NULL UNIQUE,
    bic      TEXT,
    ledger   TEXT, -- its account in the books; NULL: the setting
    currency TEXT NOT NULL CHECK (length(currency) = 3)
) STRICT;

-- A statement is known by its account and its own identity.
CREATE TABLE bank_statement (
    id           INTEGER PRIMARY KEY,
    account_id   INTEGER NOT NULL REFERENCES bank_account (id),
    statement_id TEXT NOT NULL CHECK (statement_id <> ''),
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    opening      INTEGER NOT NULL,
    closing      INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    imported_at  TEXT NOT NULL, -- local time
    checksum     TEXT NOT NULL CHECK (length(checksum) = 64), -- SHA-256 of the file
    staff_id     INTEGER REFERENCES staff (contact_id),
    UNIQUE (account_id, statement_id, first_day, last_day) -- numbers may begin anew each year
) STRICT;

-- As the bank wrote it; a batch entry is split into its transactions.
CREATE TABLE bank_line (
    id            INTEGER PRIMARY KEY,
    statement_id  INTEGER NOT NULL REFERENCES bank_statement (id),
    position      INTEGER NOT NULL CHECK (position > 0),
    date          TEXT NOT NULL, -- of booking
    value_date    TEXT NOT NULL,
    amount        INTEGER NOT NULL, -- below 0: went out
    currency      TEXT NOT NULL,
    name          TEXT, -- of the other side
    iban          TEXT,
    text          TEXT,
    end_to_end    TEXT,
    mandate       TEXT,
    reference     TEXT, -- of the bank
    return_reason TEXT, -- of a payment that came back
    UNIQUE (statement_id, position)
) STRICT;
CREATE INDEX bank_line_by_date ON bank_line (date);

-- What became of a line; changes with every match, note and booking.
CREATE TABLE bank_line_state (
    line_id     INTEGER PRIMARY KEY REFERENCES bank_line (id),
    state       TEXT NOT NULL CHECK (state IN ('unmatched', 'matched', 'booked', 'parked')),
    document_id INTEGER REFERENCES document (id), -- the likeliest one, or the one it was matched with
    score       INTEGER,
    reason      TEXT, -- why that one, or why none
    note        TEXT
) STRICT;
CREATE INDEX bank_line_state_open ON bank_line_state (state) WHERE state IN ('unmatched', 'parked');
CREATE INDEX bank_line_state_by_document ON bank_line_state (document_id) WHERE document_id IS NOT NULL;

-- A line that is no payment of a contact: the bank's fees, interest, anything else.
CREATE TABLE bank_booking (
    id          INTEGER PRIMARY KEY,
    line_id     INTEGER NOT NULL REFERENCES bank_line (id),
    kind        TEXT NOT NULL CHECK (kind IN ('fee', 'interest', 'other')),
    amount      INTEGER NOT NULL,
    date        TEXT NOT NULL,
    reverses_id INTEGER UNIQUE REFERENCES bank_booking (id),
    staff_id    INTEGER REFERENCES staff (contact_id)
) STRICT;
CREATE INDEX bank_booking_by_line ON bank_booking (line_id);

CREATE TRIGGER bank_statement_no_update BEFORE UPDATE ON bank_statement
BEGIN SELECT RAISE(ABORT, 'bank statements are append-only'); END;
CREATE TRIGGER bank_statement_no_delete BEFORE DELETE ON bank_statement
BEGIN SELECT RAISE(ABORT, 'bank statements are append-only'); END;
CREATE TRIGGER bank_line_no_update BEFORE UPDATE ON bank_line
BEGIN SELECT RAISE(ABORT, 'bank statements are append-only'); END;
CREATE TRIGGER bank_line_no_delete BEFORE DELETE ON bank_line
BEGIN SELECT RAISE(ABORT, 'bank statements are append-only'); END;
CREATE TRIGGER bank_booking_no_update BEFORE UPDATE ON bank_booking
BEGIN SELECT RAISE(ABORT, 'bookings are append-only'); END;
CREATE TRIGGER bank_booking_no_delete BEFORE DELETE ON bank_booking
BEGIN SELECT RAISE(ABORT, 'bookings are append-only'); END;
