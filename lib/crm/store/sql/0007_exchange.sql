-- What was handed to the tax adviser and to the bank.

CREATE TABLE datev_export (
    id        INTEGER PRIMARY KEY,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    at        TEXT NOT NULL, -- local time
    rows      INTEGER NOT NULL,
    checksum  TEXT NOT NULL CHECK (length(checksum) = 64), -- SHA-256 of the file
    staff_id  INTEGER REFERENCES staff (contact_id)
) STRICT;

-- What an export contained; nothing is in two.
CREATE TABLE datev_posting (
    id        INTEGER PRIMARY KEY,
    export_id INTEGER NOT NULL REFERENCES datev_export (id),
    source    TEXT NOT NULL CHECK (source IN ('document', 'payment', 'allocation', 'bank_booking')),
    source_id INTEGER NOT NULL,
    UNIQUE (source, source_id)
) STRICT;
CREATE INDEX datev_posting_by_export ON datev_posting (export_id);

-- Who allows us to collect by direct debit.
CREATE TABLE sepa_mandate (
    id          INTEGER PRIMARY KEY,
    contact_id  INTEGER NOT NULL REFERENCES contact (id),
    iban        TEXT NOT NULL,
    reference   TEXT NOT NULL UNIQUE CHECK (reference <> ''),
    signed_on   TEXT NOT NULL,
    scheme      TEXT NOT NULL CHECK (scheme IN ('CORE', 'B2B')),
    used_before TEXT, -- when a former system collected with it last
    ended_on    TEXT, -- the last day on which it allows anything
    staff_id    INTEGER REFERENCES staff (contact_id)
) STRICT;
CREATE INDEX sepa_mandate_by_contact ON sepa_mandate (contact_id);

-- Undone, a file was not handed to the bank and pays nothing.
CREATE TABLE sepa_file (
    id         INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('transfer', 'debit')),
    message_id TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL REFERENCES bank_account (id), -- ours
    at         TEXT NOT NULL, -- local time
    items      INTEGER NOT NULL CHECK (items > 0),
    amount     INTEGER NOT NULL CHECK (amount > 0),
    checksum   TEXT NOT NULL CHECK (length(checksum) = 64), -- SHA-256 of the file
    undone_on  TEXT,
    staff_id   INTEGER REFERENCES staff (contact_id)
) STRICT;

-- What a file pays or collects of which document, so that the next one does not do it again.
CREATE TABLE sepa_item (
    id          INTEGER PRIMARY KEY,
    file_id     INTEGER NOT NULL REFERENCES sepa_file (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    mandate_id  INTEGER REFERENCES sepa_mandate (id),
    sequence    TEXT CHECK (sequence IN ('FRST', 'RCUR')),
    date        TEXT NOT NULL, -- of execution or collection
    amount      INTEGER NOT NULL CHECK (amount > 0),
    skonto      INTEGER NOT NULL DEFAULT 0 CHECK (skonto >= 0), -- deducted from it
    end_to_end  TEXT NOT NULL,
    last_allocation INTEGER NOT NULL, -- what the ledger had settled up to then; 0: nothing
    UNIQUE (file_id, end_to_end),
    CHECK ((mandate_id IS NULL) = (sequence IS NULL))
) STRICT;
CREATE INDEX sepa_item_by_document ON sepa_item (document_id);
CREATE INDEX sepa_item_by_mandate ON sepa_item (mandate_id) WHERE mandate_id IS NOT NULL;
CREATE INDEX sepa_item_by_end_to_end ON sepa_item (end_to_end);

CREATE TRIGGER datev_export_no_update BEFORE UPDATE ON datev_export
BEGIN SELECT RAISE(ABORT, 'exports are append-only'); END;
CREATE TRIGGER datev_export_no_delete BEFORE DELETE ON datev_export
BEGIN SELECT RAISE(ABORT, 'exports are append-only'); END;
CREATE TRIGGER datev_posting_no_update BEFORE UPDATE ON datev_posting
BEGIN SELECT RAISE(ABORT, 'exports are append-only'); END;
CREATE TRIGGER datev_posting_no_delete BEFORE DELETE ON datev_posting
BEGIN SELECT RAISE(ABORT, 'exports are append-only'); END;
CREATE TRIGGER sepa_item_no_update BEFORE UPDATE ON sepa_item
BEGIN SELECT RAISE(ABORT, 'payment files are append-only'); END;
CREATE TRIGGER sepa_item_no_delete BEFORE DELETE ON sepa_item
BEGIN SELECT RAISE(ABORT, 'payment files are append-only'); END;
CREATE TRIGGER sepa_file_undone_once BEFORE UPDATE ON sepa_file
WHEN OLD.undone_on IS NOT NULL OR NEW.undone_on IS NULL
  OR (NEW.id, NEW.kind, NEW.message_id, NEW.account_id, NEW.at, NEW.items, NEW.amount, NEW.checksum) IS NOT
     (OLD.id, OLD.kind, OLD.message_id, OLD.account_id, OLD.at, OLD.items, OLD.amount, OLD.checksum)
BEGIN SELECT RAISE(ABORT, 'a payment file is undone once and otherwise stays as it was'); END;
CREATE TRIGGER sepa_file_no_delete BEFORE DELETE ON sepa_file
BEGIN SELECT RAISE(ABORT, 'payment files are undone, never deleted'); END;
