-- Products, stock and stocktaking, orders with their deliveries, and the documents they end in.
-- Amounts are cents, prices and costs of a unit ten-thousandths, quantities thousandths, rates
-- hundredths of a percent. What is posted is append-only. A number of an own series carries the
-- series and its place in it; an imported one belongs to no series.

-- How the law taxed and taxes; what is set later counts from its day on.
INSERT INTO setting (key, valid_from, value) VALUES
    ('tax.standard', '1968-01-01', '10'), ('tax.reduced', '1968-01-01', '5'),
    ('tax.standard', '1968-07-01', '11'), ('tax.reduced', '1968-07-01', '5.5'),
    ('tax.standard', '1978-01-01', '12'), ('tax.reduced', '1978-01-01', '6'),
    ('tax.standard', '1979-07-01', '13'), ('tax.reduced', '1979-07-01', '6.5'),
    ('tax.standard', '1983-07-01', '14'), ('tax.reduced', '1983-07-01', '7'),
    ('tax.standard', '1993-01-01', '15'),
    ('tax.standard', '1998-04-01', '16'),
    ('tax.standard', '2007-01-01', '19'),
    ('tax.standard', '2020-07-01', '16'), ('tax.reduced', '2020-07-01', '5'),
    ('tax.standard', '2021-01-01', '19'), ('tax.reduced', '2021-01-01', '7');

CREATE TABLE product (
    id             INTEGER PRIMARY KEY,
    sku            TEXT NOT NULL CHECK (sku <> ''),
    sku_key        TEXT NOT NULL UNIQUE, -- natural_key(sku), as contact.number_key
    name           TEXT NOT NULL CHECK (name <> ''),
    price          INTEGER CHECK (price >= 0), -- list price, net
    cost           INTEGER CHECK (cost >= 0),  -- what a unit usually costs
    unit           TEXT,
    tax            TEXT NOT NULL DEFAULT 'standard' CHECK (tax IN ('standard', 'reduced', 'zero')),
    product_group  TEXT,
    group_key      TEXT, -- lower case: the case of a group is ignored
    ean            TEXT,
    reorder_at     INTEGER,
    order_up_to    INTEGER,
    stock          INTEGER NOT NULL DEFAULT 1 CHECK (stock IN (0, 1)), -- 0: a service, no movements
    allow_negative INTEGER NOT NULL DEFAULT 0 CHECK (allow_negative IN (0, 1)),
    archived_on    TEXT,
    CHECK (order_up_to >= reorder_at)
) STRICT;
CREATE INDEX product_by_group ON product (group_key) WHERE group_key IS NOT NULL;
CREATE UNIQUE INDEX product_by_ean ON product (ean) WHERE ean IS NOT NULL;

-- Who sells it to us; the main supplier is whom a reorder goes to.
CREATE TABLE product_supplier (
    id           INTEGER PRIMARY KEY,
    product_id   INTEGER NOT NULL REFERENCES product (id),
    contact_id   INTEGER NOT NULL REFERENCES contact (id),
    sku          TEXT,                       -- the supplier's own number
    price        INTEGER CHECK (price >= 0), -- of a unit
    min_quantity INTEGER CHECK (min_quantity > 0),
    days         INTEGER CHECK (days >= 0),  -- from order to receipt
    main         INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
    UNIQUE (product_id, contact_id)
) STRICT;
CREATE INDEX product_supplier_by_contact ON product_supplier (contact_id);
CREATE UNIQUE INDEX product_supplier_main ON product_supplier (product_id) WHERE main = 1;

-- Quotes, drafts and orders. What a quote became refers back to it.
CREATE TABLE order_head (
    id              INTEGER PRIMARY KEY,
    number          TEXT NOT NULL CHECK (number <> ''),
    number_key      TEXT NOT NULL UNIQUE,
    series          TEXT,
    series_number   INTEGER,
    kind            TEXT NOT NULL CHECK (kind IN ('sale', 'purchase')),
    status          TEXT NOT NULL CHECK (status IN ('draft', 'quote', 'accepted', 'lost', 'confirmed',
                                                    'delivered', 'invoiced', 'cancelled')),
    contact_id      INTEGER NOT NULL REFERENCES contact (id),
    person_id       INTEGER REFERENCES contact (id),
    manager_id      INTEGER REFERENCES staff (contact_id), -- who looks after it
    date            TEXT NOT NULL,
    valid_until     TEXT, -- of a quote
    deliver_by      TEXT,
    confirmed_on    TEXT,
    reference       TEXT,
    buyer_reference TEXT,
    text            TEXT,
    currency        TEXT NOT NULL CHECK (length(currency) = 3),
    tax_case        TEXT NOT NULL CHECK (tax_case IN ('domestic', 'intra-community', 'export')),
    terms           TEXT, -- of payment, from the conditions on the day of the order, else the usual ones; NULL: a draft without
    net             INTEGER NOT NULL DEFAULT 0, -- kept: the sum of its lines
    tax_amount      INTEGER NOT NULL DEFAULT 0, -- kept: per rate on the day of the order
    delivered       TEXT NOT NULL DEFAULT 'no' CHECK (delivered IN ('no', 'part', 'yes')),
    invoiced        TEXT NOT NULL DEFAULT 'no' CHECK (invoiced IN ('no', 'part', 'yes')),
    quote_id        INTEGER REFERENCES order_head (id),
    reason          TEXT, -- why it was lost or cancelled
    historical      INTEGER NOT NULL DEFAULT 0 CHECK (historical IN (0, 1)), -- recorded afterwards: neither moves stock nor reserves
    CHECK ((series IS NULL) = (series_number IS NULL)),
    CHECK (quote_id <> id)
) STRICT;
CREATE INDEX order_head_by_contact ON order_head (contact_id, date);
CREATE INDEX order_head_by_person ON order_head (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX order_head_by_date ON order_head (date);
CREATE INDEX order_head_open ON order_head (status) WHERE status IN ('draft', 'quote', 'confirmed', 'delivered');
CREATE UNIQUE INDEX order_head_by_quote ON order_head (quote_id) WHERE quote_id IS NOT NULL;
CREATE UNIQUE INDEX order_head_by_series ON order_head (series, series_number) WHERE series IS NOT NULL;
CREATE TRIGGER order_head_no_delete BEFORE DELETE ON order_head
BEGIN SELECT RAISE(ABORT, 'orders are cancelled, never deleted'); END;

-- ordered = delivered + returned + cancelled + what is still open. `returned` came back and is not
-- expected to go out again, though it may; `credited` was invoiced, given back as money, and is not
-- invoiced again by itself.
CREATE TABLE order_line (
    id         INTEGER PRIMARY KEY,
    order_id   INTEGER NOT NULL REFERENCES order_head (id),
    position   INTEGER NOT NULL CHECK (position > 0),
    product_id INTEGER REFERENCES product (id), -- NULL: words, freight
    text       TEXT NOT NULL,
    unit       TEXT,
    quantity   INTEGER NOT NULL CHECK (quantity > 0),
    price      INTEGER NOT NULL CHECK (price >= 0),
    discount   INTEGER NOT NULL DEFAULT 0 CHECK (discount BETWEEN 0 AND 10000),
    net        INTEGER NOT NULL,
    tax        TEXT NOT NULL CHECK (tax IN ('standard', 'reduced', 'zero')),
    tax_given  INTEGER NOT NULL DEFAULT 0 CHECK (tax_given IN (0, 1)), -- of words: said, does not follow the goods
    tax_case   TEXT CHECK (tax_case IN ('domestic', 'intra-community', 'export')), -- NULL: that of the order
    condition  TEXT NOT NULL, -- why this price: kind, value, scope and id; 'price list', 'given'
    delivered  INTEGER NOT NULL DEFAULT 0 CHECK (delivered >= 0), -- kept: what is out, returns deducted
    returned   INTEGER NOT NULL DEFAULT 0 CHECK (returned >= 0),
    cancelled  INTEGER NOT NULL DEFAULT 0 CHECK (cancelled >= 0),
    invoiced   INTEGER NOT NULL DEFAULT 0 CHECK (invoiced >= 0), -- kept: credits deducted
    credited   INTEGER NOT NULL DEFAULT 0 CHECK (credited >= 0),
    UNIQUE (order_id, position),
    CHECK (tax_given = 0 OR product_id IS NULL),
    CHECK (delivered + returned + cancelled <= quantity),
    CHECK (invoiced + credited <= delivered)
) STRICT;
CREATE INDEX order_line_by_product ON order_line (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX order_line_cancelled ON order_line (order_id) WHERE cancelled > 0;

-- Delivery notes, receipts of goods, returns.
CREATE TABLE delivery (
    id            INTEGER PRIMARY KEY,
    number        TEXT NOT NULL CHECK (number <> ''),
    number_key    TEXT NOT NULL UNIQUE,
    series        TEXT,
    series_number INTEGER,
    order_id      INTEGER NOT NULL REFERENCES order_head (id),
    kind          TEXT NOT NULL CHECK (kind IN ('delivery', 'return')),
    date          TEXT NOT NULL,
    reason        TEXT, -- of a return
    staff_id      INTEGER REFERENCES staff (contact_id),
    recipient     TEXT, -- name and address as they were, a line each; NULL: of a receipt, imported or erased
    goods_country   TEXT, -- where goods went, of a purchase where they came from; NULL: at home
    service_country TEXT, -- where services are taxed; NULL: at home
    vat_id        TEXT, -- the contact's, if any of these is abroad
    seller_id     INTEGER REFERENCES seller (id), -- NULL: imported
    document_id   INTEGER REFERENCES document (id), -- the credit note with which the goods came back
    CHECK ((series IS NULL) = (series_number IS NULL)),
    CHECK (vat_id IS NULL OR coalesce(goods_country, service_country) IS NOT NULL),
    CHECK (kind = 'return' OR document_id IS NULL)
) STRICT;
CREATE INDEX delivery_by_order ON delivery (order_id);
CREATE UNIQUE INDEX delivery_by_document ON delivery (document_id) WHERE document_id IS NOT NULL;
CREATE UNIQUE INDEX delivery_by_series ON delivery (series, series_number) WHERE series IS NOT NULL;

CREATE TABLE delivery_line (
    id            INTEGER PRIMARY KEY,
    delivery_id   INTEGER NOT NULL REFERENCES delivery (id),
    order_line_id INTEGER NOT NULL REFERENCES order_line (id),
    quantity      INTEGER NOT NULL CHECK (quantity <> 0), -- below 0: came back
    cost          INTEGER,                                -- of the goods, cents; NULL: not known
    returns_id    INTEGER REFERENCES delivery_line (id),  -- what came back
    CHECK ((quantity < 0) = (returns_id IS NOT NULL))
) STRICT;
CREATE INDEX delivery_line_by_delivery ON delivery_line (delivery_id);
CREATE INDEX delivery_line_by_order_line ON delivery_line (order_line_id);
CREATE INDEX delivery_line_by_returned ON delivery_line (returns_id) WHERE returns_id IS NOT NULL;

-- Stocktaking.
CREATE TABLE stock_count (
    id             INTEGER PRIMARY KEY,
    location_id    INTEGER REFERENCES location (id), -- NULL: all
    product_group  TEXT,                             -- NULL: all
    at             TEXT NOT NULL,    -- the freeze, local time
    last_movement  INTEGER NOT NULL, -- the last one that the books knew then; 0 if there was none
    status         TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'posted', 'cancelled')),
    staff_id       INTEGER REFERENCES staff (contact_id),
    closed_at      TEXT,
    closed_by_id   INTEGER REFERENCES staff (contact_id),
    CHECK ((status = 'open') = (closed_at IS NULL))
) STRICT;
CREATE INDEX stock_count_open ON stock_count (status) WHERE status = 'open';

-- The book quantities of the freeze, or what was found besides (book 0).
CREATE TABLE count_line (
    id          INTEGER PRIMARY KEY,
    count_id    INTEGER NOT NULL REFERENCES stock_count (id),
    product_id  INTEGER NOT NULL REFERENCES product (id),
    location_id INTEGER NOT NULL REFERENCES location (id),
    lot         TEXT NOT NULL DEFAULT '',
    book        INTEGER NOT NULL,
    on_hand     INTEGER NOT NULL DEFAULT 0, -- of the product at the freeze, in all places
    worth       INTEGER, -- of that; NULL: nothing is there, or it is not known
    unit_cost   INTEGER, -- of that, rounded
    UNIQUE (count_id, product_id, location_id, lot)
) STRICT;
CREATE INDEX count_line_by_product ON count_line (product_id);

-- What was counted; of several entries of a line the last one counts.
CREATE TABLE count_entry (
    id            INTEGER PRIMARY KEY,
    count_line_id INTEGER NOT NULL REFERENCES count_line (id),
    quantity      INTEGER NOT NULL CHECK (quantity >= 0),
    at            TEXT NOT NULL, -- the moment that the quantity is of
    recorded_at   TEXT NOT NULL,
    book          INTEGER NOT NULL, -- at that moment: the freeze and what moved until then
    second        INTEGER NOT NULL DEFAULT 0 CHECK (second IN (0, 1)),
    counter       TEXT,
    remark        TEXT,
    staff_id      INTEGER REFERENCES staff (contact_id)
) STRICT;
CREATE INDEX count_entry_by_line ON count_entry (count_line_id);

-- Stock is the sum of these.
CREATE TABLE movement (
    id               INTEGER PRIMARY KEY,
    at               TEXT NOT NULL, -- local time
    product_id       INTEGER NOT NULL REFERENCES product (id),
    location_id      INTEGER NOT NULL REFERENCES location (id),
    lot              TEXT NOT NULL DEFAULT '',
    best_before      TEXT,
    quantity         INTEGER NOT NULL CHECK (quantity <> 0),
    worth            INTEGER CHECK (worth = 0 OR (worth > 0) = (quantity > 0)), -- ten-millionths, below 0: went out; NULL: not known
    correction       INTEGER NOT NULL DEFAULT 0, -- of what left before it was there
    unit_cost        INTEGER CHECK (unit_cost >= 0), -- worth of a unit, rounded
    kind             TEXT NOT NULL CHECK (kind IN ('opening', 'receipt', 'issue', 'transfer', 'delivery', 'return', 'count', 'reversal')),
    reason           TEXT,
    delivery_line_id INTEGER REFERENCES delivery_line (id),
    count_line_id    INTEGER REFERENCES count_line (id),
    returns_id       INTEGER REFERENCES movement (id), -- whose goods came back, or that is taken back
    staff_id         INTEGER REFERENCES staff (contact_id),
    CHECK ((kind IN ('delivery', 'return')) = (delivery_line_id IS NOT NULL)),
    CHECK ((kind = 'count') = (count_line_id IS NOT NULL)),
    CHECK (kind <> 'reversal' OR returns_id IS NOT NULL),
    CHECK ((worth IS NULL) = (unit_cost IS NULL))
) STRICT;
CREATE INDEX movement_by_product ON movement (product_id, at);
CREATE INDEX movement_by_at ON movement (at);
CREATE INDEX movement_by_delivery_line ON movement (delivery_line_id) WHERE delivery_line_id IS NOT NULL;
CREATE INDEX movement_by_returned ON movement (returns_id) WHERE returns_id IS NOT NULL;
CREATE UNIQUE INDEX movement_reversed_once ON movement (returns_id) WHERE kind IN ('reversal', 'transfer') AND returns_id IS NOT NULL;
CREATE INDEX movement_taken_back ON movement (product_id) WHERE kind = 'reversal';
CREATE INDEX movement_by_count_line ON movement (count_line_id) WHERE count_line_id IS NOT NULL;

-- The day until which a lot keeps, where another one was given to it than its movements say. The
-- last one counts, and what is recorded after it says the same.
CREATE TABLE lot_day (
    id            INTEGER PRIMARY KEY,
    product_id    INTEGER NOT NULL REFERENCES product (id),
    lot           TEXT NOT NULL CHECK (lot <> ''),
    best_before   TEXT NOT NULL,
    last_movement INTEGER NOT NULL -- the last one that was recorded before
) STRICT;
CREATE INDEX lot_day_by_lot ON lot_day (product_id, lot);

-- Kept with every movement: what lies where.
CREATE TABLE stock_level_index (
    product_id  INTEGER NOT NULL,
    location_id INTEGER NOT NULL,
    lot         TEXT NOT NULL,
    on_hand     INTEGER NOT NULL,
    best_before TEXT, -- the one given to the lot, else the first of its movements
    PRIMARY KEY (product_id, location_id, lot)
) STRICT, WITHOUT ROWID;

-- Kept with every movement and every change of an open order: the sums of a product.
CREATE TABLE product_stock_index (
    product_id INTEGER PRIMARY KEY,
    on_hand    INTEGER NOT NULL DEFAULT 0,
    reserved   INTEGER NOT NULL DEFAULT 0, -- open lines of confirmed sales
    on_order   INTEGER NOT NULL DEFAULT 0, -- open lines of confirmed purchases
    worth      INTEGER NOT NULL DEFAULT 0, -- of what is on hand, ten-millionths
    unit_cost  INTEGER,                    -- moving average, rounded; NULL: not known
    since      TEXT                        -- day that made the worth unknown, or known again
) STRICT;

-- Inventory lists handed out, so that one can be told to be the one it was.
CREATE TABLE inventory_list (
    id       INTEGER PRIMARY KEY,
    as_of    TEXT NOT NULL,
    made_at  TEXT NOT NULL,
    rows     INTEGER NOT NULL,
    value    INTEGER NOT NULL,
    checksum TEXT NOT NULL CHECK (length(checksum) = 64), -- SHA-256 of the file
    staff_id INTEGER REFERENCES staff (contact_id)
) STRICT;

-- The own company as papers of ours show it, once for all that show the same.
CREATE TABLE seller (
    id         INTEGER PRIMARY KEY,
    address    TEXT NOT NULL CHECK (address <> ''), -- name and address, a line each
    phone      TEXT NOT NULL,
    email      TEXT NOT NULL,
    web        TEXT NOT NULL,
    vat_id     TEXT NOT NULL,
    tax_number TEXT NOT NULL,
    register   TEXT NOT NULL,
    iban       TEXT NOT NULL,
    bic        TEXT NOT NULL,
    UNIQUE (address, phone, email, web, vat_id, tax_number, register, iban, bic)
) STRICT;

-- What the confirmation of an order says of both sides, from the day on which it bound.
CREATE TABLE order_confirmation (
    order_id  INTEGER PRIMARY KEY REFERENCES order_head (id),
    recipient TEXT, -- name and address, a line each; NULL: erased
    vat_id    TEXT, -- the recipient's
    seller_id INTEGER NOT NULL REFERENCES seller (id)
) STRICT;

-- Posted documents, ours (receivable) and suppliers' (payable): invoices and credit notes; fees,
-- interest and lump sums claimed from who pays late; opening items of a former system. Amounts of a
-- credit are positive, its kind says which way it goes; an opening credit is below 0.
CREATE TABLE document (
    id            INTEGER PRIMARY KEY,
    number        TEXT NOT NULL CHECK (number <> ''),
    number_key    TEXT NOT NULL,
    series        TEXT,
    series_number INTEGER,
    side          TEXT NOT NULL CHECK (side IN ('receivable', 'payable')),
    kind          TEXT NOT NULL CHECK (kind IN ('invoice', 'credit', 'fee', 'interest', 'lumpsum', 'opening')),
    order_id      INTEGER REFERENCES order_head (id),
    contact_id    INTEGER NOT NULL REFERENCES contact (id),
    person_id     INTEGER REFERENCES contact (id),
    date          TEXT NOT NULL,
    due           TEXT NOT NULL,
    reference     TEXT, -- the supplier's number, the customer's reference
    buyer_reference TEXT,
    currency      TEXT NOT NULL CHECK (length(currency) = 3),
    tax_case      TEXT NOT NULL CHECK (tax_case IN ('domestic', 'intra-community', 'export')),
    terms         TEXT,
    net           INTEGER NOT NULL,
    tax_amount    INTEGER NOT NULL,
    gross         INTEGER NOT NULL,
    settled_before INTEGER NOT NULL DEFAULT 0, -- what the former system had settled of an opening item
    corrects_id   INTEGER REFERENCES document (id),
    claim_id      INTEGER REFERENCES document (id), -- whose late payment a fee, interest or lump sum is for
    historical    INTEGER NOT NULL DEFAULT 0 CHECK (historical IN (0, 1)), -- opened no item
    recipient     TEXT, -- name and address as they were, a line each
    vat_id        TEXT, -- the recipient's
    seller_id     INTEGER REFERENCES seller (id), -- NULL: not ours, imported, or the own data lacked something
    staff_id      INTEGER REFERENCES staff (contact_id),
    UNIQUE (number_key, contact_id),
    CHECK (net + tax_amount = gross),
    CHECK ((series IS NULL) = (series_number IS NULL)),
    CHECK (kind = 'credit' OR corrects_id IS NULL),
    CHECK (kind = 'opening' OR settled_before = 0),
    CHECK (kind IN ('fee', 'interest', 'lumpsum') OR claim_id IS NULL)
) STRICT;
CREATE INDEX document_by_contact ON document (contact_id, date, number); -- numbers that payments name are read here alone
CREATE INDEX document_by_order ON document (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX document_by_date ON document (date);
CREATE INDEX document_by_person ON document (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX document_by_corrected ON document (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX document_by_claim ON document (claim_id) WHERE claim_id IS NOT NULL;
CREATE UNIQUE INDEX document_by_series ON document (series, series_number) WHERE series IS NOT NULL;

CREATE TABLE document_line (
    id               INTEGER PRIMARY KEY,
    document_id      INTEGER NOT NULL REFERENCES document (id),
    position         INTEGER NOT NULL CHECK (position > 0),
    order_line_id    INTEGER REFERENCES order_line (id),
    delivery_line_id INTEGER REFERENCES delivery_line (id), -- what of which delivery
    corrects_id      INTEGER REFERENCES document_line (id), -- the line of the invoice that a credit note gives back
    product_id       INTEGER REFERENCES product (id),
    text             TEXT NOT NULL,
    unit             TEXT,
    quantity         INTEGER NOT NULL CHECK (quantity > 0),
    price            INTEGER NOT NULL,
    discount         INTEGER NOT NULL,
    net              INTEGER NOT NULL,
    tax_rate         INTEGER NOT NULL CHECK (tax_rate >= 0),
    tax_case         TEXT CHECK (tax_case IN ('domestic', 'intra-community', 'export')), -- NULL: that of the document
    cost             INTEGER, -- of the goods, cents, frozen at delivery; NULL: not known
    UNIQUE (document_id, position)
) STRICT;
CREATE INDEX document_line_by_delivery_line ON document_line (delivery_line_id) WHERE delivery_line_id IS NOT NULL;
CREATE INDEX document_line_by_corrected ON document_line (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX document_line_by_order_line ON document_line (order_line_id) WHERE order_line_id IS NOT NULL;

-- The tax of a document per rate, from the sum of its lines of that rate.
CREATE TABLE document_tax (
    id          INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id),
    rate        INTEGER NOT NULL CHECK (rate >= 0),
    net         INTEGER NOT NULL,
    tax_amount  INTEGER NOT NULL,
    UNIQUE (document_id, rate)
) STRICT;

-- The account of a contact in the books of a side, given with its first posted document: customers
-- have 10000 to 69999, then 100000 to 699999..., suppliers 70000 to 99999, then 700000...
CREATE TABLE personal_account (
    number     INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    side       TEXT NOT NULL CHECK (side IN ('receivable', 'payable')),
    UNIQUE (contact_id, side)
) STRICT;
CREATE INDEX personal_account_by_side ON personal_account (side, number);

-- Kept with every document, payment and allocation: what of it is not settled; below 0 what a credit
-- note or a payment leaves. What is settled or historical is not in it.
CREATE TABLE open_item_index (
    item_id    INTEGER PRIMARY KEY, -- of a document its id, of a payment its id below 0
    contact_id INTEGER NOT NULL,
    side       TEXT NOT NULL,
    currency   TEXT NOT NULL,
    due        TEXT NOT NULL, -- of a payment its own day
    open       INTEGER NOT NULL CHECK (open <> 0)
) STRICT;
CREATE INDEX open_item_index_by_contact ON open_item_index (contact_id, due, side, currency, open);

-- When a contact last ordered (sale) or was ordered from (purchase): the date of the order.
CREATE TABLE contact_order_index (
    contact_id    INTEGER PRIMARY KEY,
    last_sale     TEXT,
    last_purchase TEXT
) STRICT;

ALTER TABLE log_entry ADD COLUMN order_id INTEGER REFERENCES order_head (id);
CREATE INDEX log_entry_by_order ON log_entry (order_id) WHERE order_id IS NOT NULL;

-- Posted is posted: a correction is a counter-entry that names what it corrects.
-- To whom goods and a confirmation went is erased when nobody has to keep it any more.
CREATE TRIGGER delivery_no_update BEFORE UPDATE ON delivery
WHEN (NEW.id, NEW.number, NEW.number_key, NEW.series, NEW.series_number, NEW.order_id, NEW.kind, NEW.date, NEW.reason,
      NEW.staff_id, NEW.goods_country, NEW.service_country, NEW.seller_id, NEW.document_id) IS NOT
     (OLD.id, OLD.number, OLD.number_key, OLD.series, OLD.series_number, OLD.order_id, OLD.kind, OLD.date, OLD.reason,
      OLD.staff_id, OLD.goods_country, OLD.service_country, OLD.seller_id, OLD.document_id)
  OR coalesce(NEW.recipient, NEW.vat_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
CREATE TRIGGER delivery_no_delete BEFORE DELETE ON delivery
BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
CREATE TRIGGER delivery_line_no_update BEFORE UPDATE ON delivery_line
BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
CREATE TRIGGER delivery_line_no_delete BEFORE DELETE ON delivery_line
BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
CREATE TRIGGER movement_no_update BEFORE UPDATE ON movement
BEGIN SELECT RAISE(ABORT, 'movements are append-only'); END;
CREATE TRIGGER movement_no_delete BEFORE DELETE ON movement
BEGIN SELECT RAISE(ABORT, 'movements are append-only'); END;
CREATE TRIGGER lot_day_no_update BEFORE UPDATE ON lot_day
BEGIN SELECT RAISE(ABORT, 'the days of lots are append-only'); END;
CREATE TRIGGER lot_day_no_delete BEFORE DELETE ON lot_day
BEGIN SELECT RAISE(ABORT, 'the days of lots are append-only'); END;
CREATE TRIGGER count_entry_no_update BEFORE UPDATE ON count_entry
BEGIN SELECT RAISE(ABORT, 'entries of a count are append-only'); END;
CREATE TRIGGER count_entry_no_delete BEFORE DELETE ON count_entry
BEGIN SELECT RAISE(ABORT, 'entries of a count are append-only'); END;
CREATE TRIGGER inventory_list_no_update BEFORE UPDATE ON inventory_list
BEGIN SELECT RAISE(ABORT, 'inventory lists are append-only'); END;
CREATE TRIGGER inventory_list_no_delete BEFORE DELETE ON inventory_list
BEGIN SELECT RAISE(ABORT, 'inventory lists are append-only'); END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER seller_no_update BEFORE UPDATE ON seller
BEGIN SELECT RAISE(ABORT, 'what documents say is append-only'); END;
CREATE TRIGGER seller_no_delete BEFORE DELETE ON seller
BEGIN SELECT RAISE(ABORT, 'what documents say is append-only'); END;
CREATE TRIGGER order_confirmation_no_update BEFORE UPDATE ON order_confirmation
WHEN (NEW.order_id, NEW.seller_id) IS NOT (OLD.order_id, OLD.seller_id) OR coalesce(NEW.recipient, NEW.vat_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what a confirmation says is append-only'); END;
CREATE TRIGGER order_confirmation_no_delete BEFORE DELETE ON order_confirmation
BEGIN SELECT RAISE(ABORT, 'what a confirmation says is append-only'); END;
CREATE TRIGGER document_line_no_update BEFORE UPDATE ON document_line
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER document_line_no_delete BEFORE DELETE ON document_line
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER document_tax_no_update BEFORE UPDATE ON document_tax
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER document_tax_no_delete BEFORE DELETE ON document_tax
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER count_line_no_update BEFORE UPDATE ON count_line
BEGIN SELECT RAISE(ABORT, 'a count keeps the books of its freeze'); END;
CREATE TRIGGER count_line_no_delete BEFORE DELETE ON count_line
BEGIN SELECT RAISE(ABORT, 'a count keeps the books of its freeze'); END;
CREATE TRIGGER stock_count_once BEFORE UPDATE ON stock_count WHEN OLD.status <> 'open'
BEGIN SELECT RAISE(ABORT, 'a count is posted or cancelled once'); END;
CREATE TRIGGER order_line_fixed BEFORE UPDATE ON order_line
WHEN (NEW.product_id, NEW.quantity, NEW.price, NEW.discount, NEW.net) IS NOT
     (OLD.product_id, OLD.quantity, OLD.price, OLD.discount, OLD.net)
 AND (SELECT status FROM order_head WHERE id = OLD.order_id) NOT IN ('draft', 'quote')
BEGIN SELECT RAISE(ABORT, 'the lines of a confirmed order stay as they are'); END;
CREATE TRIGGER order_line_kept BEFORE DELETE ON order_line
WHEN (SELECT status FROM order_head WHERE id = OLD.order_id) NOT IN ('draft', 'quote')
BEGIN SELECT RAISE(ABORT, 'the lines of a confirmed order stay as they are'); END;
