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
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    iban       TEXT NOT NULL,
    bic        TEXT,
    reference  TEXT NOT NULL UNIQUE CHECK (reference <> ''),
    signed_on  TEXT NOT NULL,
    scheme     TEXT NOT NULL CHECK (scheme IN ('CORE', 'B2B')),
    ended_on   TEXT,
    staff_id   INTEGER REFERENCES staff (contact_id)
) STRICT;
CREATE INDEX sepa_mandate_by_contact ON sepa_mandate (contact_id);

CREATE TABLE sepa_file (
    id         INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('transfer', 'debit')),
    message_id TEXT NOT NULL UNIQUE,
    at         TEXT NOT NULL, -- local time
    date       TEXT NOT NULL, -- of execution or collection
    checksum   TEXT NOT NULL CHECK (length(checksum) = 64),
    staff_id   INTEGER REFERENCES staff (contact_id)
) STRICT;

-- What a file pays or collects of which document, so that the next one does not do it again.
CREATE TABLE sepa_item (
    id          INTEGER PRIMARY KEY,
    file_id     INTEGER NOT NULL REFERENCES sepa_file (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    mandate_id  INTEGER REFERENCES sepa_mandate (id),
    amount      INTEGER NOT NULL CHECK (amount <> 0),
    skonto      INTEGER NOT NULL DEFAULT 0,
    end_to_end  TEXT NOT NULL
) STRICT;
CREATE INDEX sepa_item_by_file ON sepa_item (file_id);
CREATE INDEX sepa_item_by_document ON sepa_item (document_id);
CREATE INDEX sepa_item_by_mandate ON sepa_item (mandate_id) WHERE mandate_id IS NOT NULL;

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
