CREATE VIEW locations AS
SELECT name FROM location;

CREATE VIEW products AS
SELECT p.id, p.sku, p.name, p.price, p.cost, p.unit, p.tax, p.product_group, p.ean, p.reorder_at, p.order_up_to,
       p.stock, p.allow_negative, p.archived_on
  FROM product AS p;

CREATE VIEW product_suppliers AS
SELECT s.product_id, p.sku, s.contact_id, c.number AS contact_number, s.sku AS supplier_sku, s.price, s.min_quantity, s.days, s.main
  FROM product_supplier AS s
  JOIN product AS p ON p.id = s.product_id
  JOIN contact AS c ON c.id = s.contact_id;

CREATE VIEW movements AS
SELECT m.id, m.at, m.product_id, p.sku, l.name AS location, m.lot, m.best_before, m.quantity, m.worth, m.correction, m.unit_cost, m.kind, m.reason,
       m.delivery_line_id, m.count_line_id, m.returns_id, s.code AS staff
  FROM movement AS m
  JOIN product AS p ON p.id = m.product_id
  JOIN location AS l ON l.id = m.location_id
  LEFT JOIN staff AS s ON s.contact_id = m.staff_id;

CREATE VIEW stock_levels AS
SELECT i.product_id, p.sku, l.name AS location, i.lot, i.best_before, i.on_hand
  FROM stock_level_index AS i
  JOIN product AS p ON p.id = i.product_id
  JOIN location AS l ON l.id = i.location_id;

CREATE VIEW product_stock AS
SELECT i.product_id, p.sku, i.on_hand, i.reserved, i.on_order, i.worth, i.unit_cost
  FROM product_stock_index AS i
  JOIN product AS p ON p.id = i.product_id;

CREATE VIEW counts AS
SELECT k.id, l.name AS location, k.product_group, k.at, k.status, s.code AS staff, k.closed_at
  FROM stock_count AS k
  LEFT JOIN location AS l ON l.id = k.location_id
  LEFT JOIN staff AS s ON s.contact_id = k.staff_id;

CREATE VIEW count_lines AS
SELECT k.id, k.count_id, p.sku, l.name AS location, k.lot, k.book, k.unit_cost
  FROM count_line AS k
  JOIN product AS p ON p.id = k.product_id
  JOIN location AS l ON l.id = k.location_id;

CREATE VIEW count_entries AS
SELECT e.id, e.count_line_id, k.count_id, p.sku, l.name AS location, k.lot, e.quantity, e.book, e.at, e.recorded_at, e.second,
       e.counter, e.remark, s.code AS staff
  FROM count_entry AS e
  JOIN count_line AS k ON k.id = e.count_line_id
  JOIN product AS p ON p.id = k.product_id
  JOIN location AS l ON l.id = k.location_id
  LEFT JOIN staff AS s ON s.contact_id = e.staff_id;

CREATE VIEW inventory_lists AS
SELECT i.id, i.as_of, i.made_at, i.rows, i.value, i.checksum, s.code AS staff
  FROM inventory_list AS i
  LEFT JOIN staff AS s ON s.contact_id = i.staff_id;
