-- What settles documents: payments, credit notes, discounts for prompt payment, write-offs. All of it
-- is append-only; what takes something back names it.

-- What a customer paid us or we paid a supplier; below 0 what went the other way: a refund, or the
-- reversal of a payment.
CREATE TABLE payment (
    id            INTEGER PRIMARY KEY,
    number        TEXT NOT NULL CHECK (number <> ''),
    number_key    TEXT NOT NULL UNIQUE,
    series        TEXT,
    series_number INTEGER,
    contact_id    INTEGER NOT NULL REFERENCES contact (id),
    side          TEXT NOT NULL CHECK (side IN ('receivable', 'payable')),
    date          TEXT NOT NULL,
    amount        INTEGER NOT NULL CHECK (amount <> 0),
    currency      TEXT NOT NULL CHECK (length(currency) = 3),
    reference     TEXT,
    reverses_id   INTEGER UNIQUE REFERENCES payment (id),
    bank_line_id  INTEGER REFERENCES bank_line (id), -- the line of a bank statement that shows it
    staff_id      INTEGER REFERENCES staff (contact_id),
    CHECK ((series IS NULL) = (series_number IS NULL))
) STRICT;
CREATE INDEX payment_by_contact ON payment (contact_id, date);
CREATE INDEX payment_by_date ON payment (date);
CREATE INDEX payment_by_bank_line ON payment (bank_line_id) WHERE bank_line_id IS NOT NULL;
CREATE UNIQUE INDEX payment_by_series ON payment (series, series_number) WHERE series IS NOT NULL;

-- How much of what settles which item from which day on. The item is a document, or the refund of
-- something that was paid too much; it is settled with a payment, a credit note (also an opening item
-- below 0), or with nothing: a discount for prompt payment (skonto), a write-off, a claim taken back.
-- A payment or credit note of which something is left can be written off, too: then there is no item.
CREATE TABLE allocation (
    id          INTEGER PRIMARY KEY,
    date        TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('payment', 'credit', 'skonto', 'write-off', 'undo')),
    document_id INTEGER REFERENCES document (id),
    refund_id   INTEGER REFERENCES payment (id),
    payment_id  INTEGER REFERENCES payment (id), -- of a skonto the one that it was taken with
    credit_id   INTEGER REFERENCES document (id),
    amount      INTEGER NOT NULL CHECK (amount <> 0), -- below 0: takes back
    reverses_id INTEGER UNIQUE REFERENCES allocation (id),
    reason      TEXT, -- of a write-off, or of what was taken back
    staff_id    INTEGER REFERENCES staff (contact_id),
    CHECK (CASE kind WHEN 'write-off'
           THEN (document_id IS NOT NULL) + (refund_id IS NOT NULL) + (payment_id IS NOT NULL) + (credit_id IS NOT NULL) = 1
           ELSE (document_id IS NULL) <> (refund_id IS NULL) AND (kind = 'credit') = (credit_id IS NOT NULL) END),
    CHECK (CASE kind WHEN 'payment' THEN payment_id IS NOT NULL WHEN 'skonto' THEN TRUE WHEN 'write-off' THEN TRUE
           ELSE payment_id IS NULL END),
    CHECK ((amount < 0) = (reverses_id IS NOT NULL))
) STRICT;
CREATE INDEX allocation_by_document ON allocation (document_id, date, amount) WHERE document_id IS NOT NULL;
CREATE INDEX allocation_by_refund ON allocation (refund_id) WHERE refund_id IS NOT NULL;
CREATE INDEX allocation_by_payment ON allocation (payment_id) WHERE payment_id IS NOT NULL;
CREATE INDEX allocation_by_credit ON allocation (credit_id) WHERE credit_id IS NOT NULL;
CREATE INDEX allocation_by_date ON allocation (date);

-- The tax that a skonto or write-off takes back, per rate (§ 17 UStG). What reverses it has rows below 0.
CREATE TABLE allocation_tax (
    id            INTEGER PRIMARY KEY,
    allocation_id INTEGER NOT NULL REFERENCES allocation (id),
    rate          INTEGER NOT NULL CHECK (rate >= 0),
    net           INTEGER NOT NULL,
    tax_amount    INTEGER NOT NULL,
    UNIQUE (allocation_id, rate)
) STRICT;

-- Files that payments were imported from, so that none is taken twice by mistake.
CREATE TABLE payment_import (
    id       INTEGER PRIMARY KEY,
    at       TEXT NOT NULL, -- local time
    file     TEXT NOT NULL, -- its name
    payments INTEGER NOT NULL CHECK (payments > 0),
    rejected INTEGER NOT NULL CHECK (rejected >= 0), -- bad rows that were left out
    checksum TEXT NOT NULL CHECK (length(checksum) = 64), -- SHA-256 of the file
    staff_id INTEGER REFERENCES staff (contact_id)
) STRICT;
CREATE INDEX payment_import_by_checksum ON payment_import (checksum);

-- The rows that they were imported from, as far as the payment does not tell: the same row of a later
-- file is the same payment.
CREATE TABLE imported_payment (
    payment_id  INTEGER PRIMARY KEY REFERENCES payment (id),
    import_id   INTEGER NOT NULL REFERENCES payment_import (id) DEFERRABLE INITIALLY DEFERRED,
    document_id INTEGER REFERENCES document (id), -- that the row names
    dated       INTEGER NOT NULL CHECK (dated IN (0, 1)), -- 0: the row has no day
    side        TEXT CHECK (side IN ('receivable', 'payable')) -- that the row names
) STRICT;
CREATE INDEX imported_payment_by_import ON imported_payment (import_id);
CREATE INDEX imported_payment_by_document ON imported_payment (document_id) WHERE document_id IS NOT NULL;

-- The books are closed up to a day, period after period. Reopening takes back the closings of that
-- day and later ones. The last row says what is closed now.
CREATE TABLE period_close (
    id           INTEGER PRIMARY KEY,
    action       TEXT NOT NULL CHECK (action IN ('close', 'reopen')),
    until        TEXT NOT NULL,
    closed_until TEXT, -- nothing can be dated on or before it from here on; NULL: all is open
    reason       TEXT,
    at           TEXT NOT NULL, -- local time
    staff_id     INTEGER REFERENCES staff (contact_id),
    CHECK (action = 'close' OR reason IS NOT NULL)
) STRICT;

CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment
BEGIN SELECT RAISE(ABORT, 'payments are append-only'); END;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'payments are append-only'); END;
CREATE TRIGGER allocation_no_update BEFORE UPDATE ON allocation
BEGIN SELECT RAISE(ABORT, 'allocations are append-only'); END;
CREATE TRIGGER allocation_no_delete BEFORE DELETE ON allocation
BEGIN SELECT RAISE(ABORT, 'allocations are append-only'); END;
CREATE TRIGGER allocation_tax_no_update BEFORE UPDATE ON allocation_tax
BEGIN SELECT RAISE(ABORT, 'allocations are append-only'); END;
CREATE TRIGGER allocation_tax_no_delete BEFORE DELETE ON allocation_tax
BEGIN SELECT RAISE(ABORT, 'allocations are append-only'); END;
CREATE TRIGGER payment_import_no_update BEFORE UPDATE ON payment_import
BEGIN SELECT RAISE(ABORT, 'imports are append-only'); END;
CREATE TRIGGER payment_import_no_delete BEFORE DELETE ON payment_import
BEGIN SELECT RAISE(ABORT, 'imports are append-only'); END;
CREATE TRIGGER imported_payment_no_update BEFORE UPDATE ON imported_payment
BEGIN SELECT RAISE(ABORT, 'imports are append-only'); END;
CREATE TRIGGER imported_payment_no_delete BEFORE DELETE ON imported_payment
BEGIN SELECT RAISE(ABORT, 'imports are append-only'); END;
CREATE TRIGGER period_close_no_update BEFORE UPDATE ON period_close
BEGIN SELECT RAISE(ABORT, 'what was closed and reopened stays on record'); END;
CREATE TRIGGER period_close_no_delete BEFORE DELETE ON period_close
BEGIN SELECT RAISE(ABORT, 'what was closed and reopened stays on record'); END;
