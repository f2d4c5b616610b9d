-- Conversations, consents and blocks, special conditions.

-- What was said. An entry on a company shows at everybody who took part, one on a person at the
-- employer of that day: so it stays at the old one when the person changes.
CREATE TABLE log_entry (
    id                 INTEGER PRIMARY KEY,
    at                 TEXT NOT NULL,  -- local time, 2026-06-30T14:05
    contact_id         INTEGER NOT NULL REFERENCES contact (id), -- on whom it was recorded
    company_id         INTEGER REFERENCES contact (id),          -- where it shows
    company_given      INTEGER NOT NULL DEFAULT 0 CHECK (company_given IN (0, 1)), -- said, not the employer of that day
    person_id          INTEGER REFERENCES contact (id),          -- the first who took part
    channel            TEXT NOT NULL CHECK (channel IN ('phone', 'email', 'visit', 'letter', 'meeting',
                                                        'chat', 'fax', 'note', 'system')),
    direction          TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    staff_id           INTEGER REFERENCES staff (contact_id),
    subject            TEXT NOT NULL CHECK (subject <> ''),
    text               TEXT,
    outcome            TEXT CHECK (outcome IN ('reached', 'absent', 'voicemail', 'callback')),
    minutes            INTEGER CHECK (minutes > 0),
    agreement          INTEGER NOT NULL DEFAULT 0 CHECK (agreement IN (0, 1)),
    follow_up          TEXT,
    follow_up_staff_id INTEGER REFERENCES staff (contact_id),
    done_on            TEXT,
    done_staff_id      INTEGER REFERENCES staff (contact_id),
    done_note          TEXT,
    message_id         TEXT, -- of the e-mail that it was; a digest of one without
    CHECK (contact_id IS company_id OR contact_id IS person_id),
    CHECK (company_given = 0 OR company_id IS NOT NULL),
    CHECK (follow_up >= substr(at, 1, 10)),
    CHECK (done_on IS NULL OR follow_up IS NOT NULL)
) STRICT;
CREATE INDEX log_entry_by_company ON log_entry (company_id, at) WHERE company_id IS NOT NULL;
CREATE INDEX log_entry_by_person ON log_entry (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX log_entry_by_at ON log_entry (at);
CREATE INDEX log_entry_due ON log_entry (follow_up) WHERE follow_up IS NOT NULL AND done_on IS NULL;
CREATE UNIQUE INDEX log_entry_by_message ON log_entry (message_id) WHERE message_id IS NOT NULL;

CREATE TRIGGER log_entry_no_delete BEFORE DELETE ON log_entry
BEGIN SELECT RAISE(ABORT, 'log entries are never deleted'); END;

-- Who took part besides the first.
CREATE TABLE log_participant (
    id        INTEGER PRIMARY KEY,
    log_id    INTEGER NOT NULL REFERENCES log_entry (id),
    person_id INTEGER NOT NULL REFERENCES contact (id),
    UNIQUE (log_id, person_id)
) STRICT;
CREATE INDEX log_participant_by_person ON log_participant (person_id, log_id);

-- What an entry said before it was amended, as JSON with the names of its columns.
CREATE TABLE log_version (
    id         INTEGER PRIMARY KEY,
    log_id     INTEGER NOT NULL REFERENCES log_entry (id),
    amended_at TEXT NOT NULL, -- UTC, the real clock
    staff_id   INTEGER REFERENCES staff (contact_id), -- who amended it
    content    TEXT NOT NULL
) STRICT;
CREATE INDEX log_version_by_entry ON log_version (log_id);

CREATE TRIGGER log_version_no_update BEFORE UPDATE ON log_version
WHEN NEW.content <> '{}' -- erasing a person empties it
BEGIN SELECT RAISE(ABORT, 'former versions are never changed'); END;
CREATE TRIGGER log_version_no_delete BEFORE DELETE ON log_version
BEGIN SELECT RAISE(ABORT, 'former versions are never deleted'); END;

-- Folded subject and text; rowid is the entry's id.
CREATE VIRTUAL TABLE log_text_index USING fts5 (
    subject, text, content = '', tokenize = "unicode61 remove_diacritics 0"
);

-- When a contact was last spoken to, and how often at all; entries of people on every channel but
-- 'note'. A company has a row for what was said with it and its people, a person one of their own.
CREATE TABLE contact_activity_index (
    contact_id    INTEGER PRIMARY KEY,
    contacts      INTEGER NOT NULL,
    first_contact TEXT NOT NULL,
    last_contact  TEXT NOT NULL
) STRICT;

-- How often a contact, or whoever has a tag, is to be spoken to, in days.
CREATE TABLE contact_target (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER UNIQUE REFERENCES contact (id),
    tag_key    TEXT UNIQUE,
    ideal      INTEGER NOT NULL CHECK (ideal > 0),
    latest     INTEGER CHECK (latest >= ideal),
    CHECK ((contact_id IS NULL) <> (tag_key IS NULL))
) STRICT;

-- Who may be written to or called for advertising: the latest row of a contact and channel counts.
CREATE TABLE consent (
    id           INTEGER PRIMARY KEY,
    contact_id   INTEGER NOT NULL REFERENCES contact (id),
    channel      TEXT NOT NULL CHECK (channel IN ('post', 'email', 'newsletter', 'phone', 'sms', 'fax')),
    state        TEXT NOT NULL CHECK (state IN ('allow', 'block')),
    at           TEXT NOT NULL, -- local time, 2026-06-30T14:05
    source       TEXT,          -- where a consent was given
    reason       TEXT,          -- of a block
    wording      TEXT,          -- what was consented to
    confirmed_on TEXT,          -- double opt-in
    staff_id     INTEGER REFERENCES staff (contact_id),
    CHECK (state = 'block' OR source IS NOT NULL)
) STRICT;
CREATE INDEX consent_by_contact ON consent (contact_id, channel, id);
CREATE TRIGGER consent_no_update BEFORE UPDATE ON consent
WHEN (NEW.id, NEW.contact_id, NEW.channel, NEW.state, NEW.at, NEW.confirmed_on, NEW.staff_id)
     IS NOT (OLD.id, OLD.contact_id, OLD.channel, OLD.state, OLD.at, OLD.confirmed_on, OLD.staff_id)
  OR NEW.wording IS NOT NULL -- erasing a person takes what was said
  OR (NEW.source IS NOT OLD.source AND NEW.source IS NOT '(erased)')
  OR (NEW.reason IS NOT OLD.reason AND NEW.reason IS NOT '(erased)')
BEGIN SELECT RAISE(ABORT, 'consents are append-only'); END;
CREATE TRIGGER consent_no_delete BEFORE DELETE ON consent
BEGIN SELECT RAISE(ABORT, 'consents are append-only'); END;

-- What was agreed with a contact beyond the ordinary; ended, never overwritten.
CREATE TABLE condition (
    id             INTEGER PRIMARY KEY,
    contact_id     INTEGER NOT NULL REFERENCES contact (id),
    kind           TEXT NOT NULL CHECK (kind IN ('discount', 'price', 'terms', 'credit-limit', 'delivery',
                                                 'freight-free-from', 'payment', 'text')),
    rate           INTEGER CHECK (rate BETWEEN 0 AND 10000), -- discount, hundredths of a percent
    price          INTEGER CHECK (price >= 0),               -- ten-thousandths
    amount         INTEGER CHECK (amount >= 0),              -- cents
    text           TEXT,                                     -- terms and words
    product        TEXT,                                     -- SKU
    product_group  TEXT,
    from_quantity  INTEGER CHECK (from_quantity > 0),        -- thousandths
    first_day      TEXT,
    last_day       TEXT,
    recorded_on    TEXT NOT NULL,
    staff_id       INTEGER REFERENCES staff (contact_id),
    agreed_with_id INTEGER REFERENCES contact (id),
    agreed_on      TEXT,
    log_id         INTEGER REFERENCES log_entry (id),
    note           TEXT,
    CHECK (first_day <= last_day),
    CHECK ((kind = 'discount') = (rate IS NOT NULL)),
    CHECK ((kind = 'price') = (price IS NOT NULL)),
    CHECK ((kind IN ('credit-limit', 'freight-free-from')) = (amount IS NOT NULL)),
    CHECK ((kind IN ('terms', 'delivery', 'payment', 'text')) = (text IS NOT NULL)),
    CHECK (kind <> 'price' OR product IS NOT NULL),
    CHECK (product IS NULL OR product_group IS NULL),
    CHECK (kind IN ('discount', 'price') OR (product IS NULL AND product_group IS NULL)),
    CHECK (kind = 'price' OR from_quantity IS NULL)
) STRICT;
CREATE INDEX condition_by_contact ON condition (contact_id);
CREATE TRIGGER condition_only_ends BEFORE UPDATE ON condition
WHEN (NEW.kind, NEW.rate, NEW.price, NEW.amount, NEW.text, NEW.product, NEW.product_group,
      NEW.from_quantity, NEW.first_day, NEW.recorded_on, NEW.agreed_on)
  IS NOT (OLD.kind, OLD.rate, OLD.price, OLD.amount, OLD.text, OLD.product, OLD.product_group,
          OLD.from_quantity, OLD.first_day, OLD.recorded_on, OLD.agreed_on)
  OR (OLD.last_day IS NOT NULL AND coalesce(NEW.last_day, '9999-12-31') > OLD.last_day)
BEGIN SELECT RAISE(ABORT, 'conditions are ended, never changed'); END;
CREATE TRIGGER condition_no_delete BEFORE DELETE ON condition
BEGIN SELECT RAISE(ABORT, 'conditions are ended, never deleted'); END;

ALTER TABLE note ADD COLUMN log_id INTEGER REFERENCES log_entry (id);

-- Whom an erasure took away: so that a re-import does not bring the person back onto a list. The
-- digests of e-mail addresses, phones, and name with postcode; nothing that could be read.
CREATE TABLE erased_key (
    id        INTEGER PRIMARY KEY,
    digest    TEXT NOT NULL UNIQUE CHECK (length(digest) = 64), -- hexadecimal
    erased_on TEXT NOT NULL
) STRICT;
