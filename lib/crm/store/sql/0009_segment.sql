-- Filters of recipients that were given a name. They are kept as the words of the command line, so
-- that "not for a year" means a year before the day on which they are used.
CREATE TABLE segment (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL CHECK (name <> ''),
    name_key TEXT NOT NULL UNIQUE, -- lower case: the case of a name is ignored
    filter   TEXT NOT NULL,
    at       TEXT NOT NULL, -- local time at which it was saved
    staff_id INTEGER REFERENCES staff (contact_id)
) STRICT;

-- What a contact bought and when, for revenue of any period without a look at the orders themselves.
CREATE INDEX order_head_sales ON order_head (contact_id, date, currency, net)
 WHERE kind = 'sale' AND status IN ('confirmed', 'delivered', 'invoiced');
