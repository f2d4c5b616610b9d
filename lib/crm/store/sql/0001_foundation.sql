-- Contacts, staff, settings and the audit.
-- Tables whose names contain "_index" are derived: searching needs them, `db check` recomputes
-- them, the audit leaves them out. They have no constraints, which an import would feel. Days are ISO
-- text, NULL means not known or not given.

CREATE TABLE audit (
    id         INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,    -- UTC, the real clock
    user       TEXT NOT NULL,
    command    TEXT NOT NULL,
    table_name TEXT NOT NULL,
    record     INTEGER NOT NULL, -- the row's id in its table
    contact_id INTEGER,          -- whose record it is; no foreign key: the audit outlives its subjects
    digest     BLOB NOT NULL CHECK (length(digest) = 32),
    hash       BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_by_contact ON audit (contact_id) WHERE contact_id IS NOT NULL;

-- The values themselves; erasing a person may blank them, the chain over their digests stays whole.
-- JSON objects, in which the parts of a record that bulk work made with it stand as arrays.
CREATE TABLE audit_value (
    audit_id INTEGER PRIMARY KEY REFERENCES audit (id),
    salt     BLOB,
    before   TEXT,
    after    TEXT
) STRICT;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_value_no_update BEFORE UPDATE ON audit_value
WHEN NEW.audit_id <> OLD.audit_id OR NEW.salt IS NOT NULL OR NEW.before IS NOT NULL OR NEW.after IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_value_no_delete BEFORE DELETE ON audit_value
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

-- Company-wide settings; a key has one value from each day on. What is not here has its default.
CREATE TABLE setting (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL,
    valid_from TEXT NOT NULL DEFAULT '0001-01-01',
    value      TEXT NOT NULL,
    UNIQUE (key, valid_from)
) STRICT;

-- Running numbers. A number is used once, also when its record goes away.
CREATE TABLE number_series (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    next INTEGER NOT NULL
) STRICT;

CREATE TABLE location (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

-- Contact 1 is the own company.
CREATE TABLE contact (
    id                INTEGER PRIMARY KEY,
    number            TEXT NOT NULL CHECK (number <> ''),
    number_key        TEXT NOT NULL UNIQUE, -- natural_key(number): sorts 10042 before 100000, ignores case
    kind              TEXT NOT NULL CHECK (kind IN ('company', 'person')),
    name              TEXT NOT NULL CHECK (name <> ''), -- a person's: given name, blank, family name
    legal_form        TEXT,
    salutation        TEXT,
    title             TEXT,
    given_name        TEXT,
    family_name       TEXT,
    street            TEXT,
    postcode          TEXT,
    city              TEXT,
    region            TEXT,
    country           TEXT CHECK (length(country) = 2),
    phone             TEXT, -- as typed; several of a kind are joined by ';'
    mobile            TEXT,
    fax               TEXT,
    email             TEXT,
    web               TEXT,
    vat_id            TEXT,
    tax_number        TEXT,
    leitweg_id        TEXT,
    iban              TEXT,
    bic               TEXT,
    language          TEXT,
    birthday          TEXT,
    customer          INTEGER NOT NULL DEFAULT 0 CHECK (customer IN (0, 1)),
    supplier          INTEGER NOT NULL DEFAULT 0 CHECK (supplier IN (0, 1)),
    prospect          INTEGER NOT NULL DEFAULT 0 CHECK (prospect IN (0, 1)),
    consumer          INTEGER CHECK (consumer IN (0, 1)), -- NULL: a person who is not employed
    manager_id        INTEGER REFERENCES staff (contact_id),
    preferred_channel TEXT,
    archived_on       TEXT,
    -- A merged contact keeps its row for what was posted under it; its number means the other one.
    merged_into_id    INTEGER REFERENCES contact (id),
    CHECK (merged_into_id <> id),
    CHECK (kind = 'company' OR family_name IS NOT NULL)
) STRICT;
CREATE INDEX contact_by_manager ON contact (manager_id) WHERE manager_id IS NOT NULL;
CREATE INDEX contact_by_merged_into ON contact (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX contact_by_vat_id ON contact (vat_id) WHERE vat_id IS NOT NULL;
CREATE INDEX contact_by_iban ON contact (iban) WHERE iban IS NOT NULL;
CREATE INDEX contact_person_with_street ON contact (id) WHERE kind = 'person' AND street IS NOT NULL;

CREATE TABLE staff (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id),
    code       TEXT NOT NULL CHECK (code <> ''),
    code_key   TEXT NOT NULL UNIQUE, -- lower case: the case of a code is ignored
    extension  TEXT,
    deputy_id  INTEGER REFERENCES staff (contact_id)
) STRICT;
CREATE INDEX staff_by_deputy ON staff (deputy_id) WHERE deputy_id IS NOT NULL;

CREATE TABLE absence (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES staff (contact_id),
    first_day  TEXT NOT NULL,
    last_day   TEXT NOT NULL,
    CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX absence_by_contact ON absence (contact_id, last_day);
CREATE TRIGGER absence_once BEFORE INSERT ON absence
WHEN EXISTS (SELECT 1 FROM absence WHERE contact_id = NEW.contact_id
                AND last_day >= NEW.first_day AND first_day <= NEW.last_day)
BEGIN SELECT RAISE(ABORT, 'nobody is absent twice at the same time'); END;
CREATE TRIGGER absence_once_changed BEFORE UPDATE ON absence
WHEN EXISTS (SELECT 1 FROM absence WHERE contact_id = NEW.contact_id AND id <> OLD.id
                AND last_day >= NEW.first_day AND first_day <= NEW.last_day)
BEGIN SELECT RAISE(ABORT, 'nobody is absent twice at the same time'); END;

-- Both days belong to the employment. Nobody has two at a company at the same time; `db check` proves it,
-- no trigger: with one, each insert is a savepoint, at which FTS5 writes out what it has collected, and
-- an import takes twice as long.
CREATE TABLE employment (
    id         INTEGER PRIMARY KEY,
    person_id  INTEGER NOT NULL REFERENCES contact (id),
    company_id INTEGER NOT NULL REFERENCES contact (id),
    role       TEXT,
    department TEXT,
    phone      TEXT, -- at work, as typed
    email      TEXT,
    main       INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
    first_day  TEXT,
    last_day   TEXT,
    CHECK (person_id <> company_id),
    CHECK (first_day <= last_day)
) STRICT;
CREATE UNIQUE INDEX employment_by_person ON employment (person_id, id); -- unique for employment_function
CREATE INDEX employment_by_company ON employment (company_id);
CREATE UNIQUE INDEX employment_once ON employment (person_id, company_id) WHERE last_day IS NULL;

-- What a person is responsible for at a company: whom to write to about invoices, orders... The
-- person is that of the employment; the audit wants to know whose record it is.
CREATE TABLE employment_function (
    id            INTEGER PRIMARY KEY,
    employment_id INTEGER NOT NULL,
    person_id     INTEGER NOT NULL,
    function      TEXT NOT NULL CHECK (function IN ('accounting', 'orders', 'delivery', 'mailing')),
    UNIQUE (employment_id, function),
    FOREIGN KEY (employment_id, person_id) REFERENCES employment (id, person_id) ON UPDATE CASCADE
) STRICT;

-- Addresses besides the main one.
CREATE TABLE address (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    usage      TEXT NOT NULL CHECK (usage <> ''),
    street     TEXT,
    postcode   TEXT,
    city       TEXT,
    region     TEXT,
    country    TEXT CHECK (length(country) = 2),
    last_day   TEXT
) STRICT;
CREATE INDEX address_by_contact ON address (contact_id);

CREATE TABLE contact_field (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    key        TEXT NOT NULL CHECK (key <> ''),
    value      TEXT NOT NULL,
    UNIQUE (contact_id, key)
) STRICT;

CREATE TABLE contact_tag (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    tag        TEXT NOT NULL CHECK (tag <> ''),
    tag_key    TEXT NOT NULL, -- lower case: the case of a tag is ignored
    UNIQUE (contact_id, tag_key)
) STRICT;
CREATE INDEX contact_tag_by_key ON contact_tag (tag_key, contact_id);

-- contact_id is the `kind` of other_id: parent, subsidiary, partner...
CREATE TABLE relation (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    other_id   INTEGER NOT NULL REFERENCES contact (id),
    kind       TEXT NOT NULL CHECK (kind <> ''),
    UNIQUE (contact_id, other_id, kind),
    CHECK (contact_id <> other_id)
) STRICT;
CREATE INDEX relation_by_other ON relation (other_id);

CREATE TABLE note (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    at         TEXT NOT NULL,
    staff_id   INTEGER REFERENCES staff (contact_id),
    text       TEXT NOT NULL CHECK (text <> ''),
    pinned     INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    last_day   TEXT
) STRICT;
CREATE INDEX note_by_contact ON note (contact_id);

-- Phone numbers as E.164 and e-mail addresses in lower case: who is it.
CREATE TABLE contact_point_index (
    value         TEXT NOT NULL,
    contact_id    INTEGER NOT NULL,
    employment_id INTEGER NOT NULL, -- 0: the contact's own, else the one at work
    kind          TEXT NOT NULL,    -- phone, mobile, fax, email
    PRIMARY KEY (value, contact_id, employment_id)
) STRICT, WITHOUT ROWID;

-- Names without spelling, case and legal form.
CREATE TABLE contact_name_index (
    name_key   TEXT NOT NULL,
    contact_id INTEGER NOT NULL,
    PRIMARY KEY (name_key, contact_id)
) STRICT, WITHOUT ROWID;

-- rowid is the contact's id. Words come prepared: lower case in one column of each pair, in the
-- other the folded form where it differs. `name` is the contact's own, `context` its companies and
-- places.
CREATE VIRTUAL TABLE contact_text_index USING fts5 (
    name, name_folded, context, context_folded,
    tokenize = "unicode61 remove_diacritics 0", prefix = '2 3', detail = column
);

-- Every folded word of contact_text_index, for what sounds alike or is mistyped.
CREATE TABLE contact_word_index (
    word     TEXT PRIMARY KEY,
    reversed TEXT NOT NULL,
    sound    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_word_index_by_reversed ON contact_word_index (reversed);
CREATE INDEX contact_word_index_by_sound ON contact_word_index (sound);
