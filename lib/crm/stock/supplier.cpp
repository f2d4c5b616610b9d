// SPDX-License-Identifier: MIT
#include "crm/stock/supplier.hpp"

#include "crm/base/error.hpp"
#include "crm/stock/stored.hpp"

#include <array>
#include <vector>

namespace crm
{

namespace
{

void check_values(const ProductSupplier& supplier)
{
    if (supplier.price && *supplier.price < UnitPrice{})
        throw error(ErrorKind::rejected, "a price of {} is below 0", to_string(*supplier.price));
    if (supplier.min_quantity && *supplier.min_quantity <= Quantity{})
        throw error(ErrorKind::rejected, "a least quantity of {} is not above 0",
                    to_string(*supplier.min_quantity));
    if (supplier.days && *supplier.days < 0)
        throw error(ErrorKind::rejected, "{} days are below 0", *supplier.days);
}

void set_main(Store& store, std::int64_t product_id, std::int64_t contact_id)
{
    // One after the other: there is never more than one.
    for (const char* sql : {"UPDATE product_supplier SET main = 0 WHERE product_id = :product AND "
                            "main = 1 AND contact_id <> :contact",
                            "UPDATE product_supplier SET main = 1 WHERE product_id = :product AND "
                            "main = 0 AND contact_id = :contact"})
        store.prepare(sql).bind(":product", product_id).bind(":contact", contact_id).run();
}

/// Somebody is the main supplier of a product that has suppliers.
void choose_main(Store& store, std::int64_t product_id)
{
    auto oldest = store.prepare(R"sql(
        SELECT contact_id FROM product_supplier WHERE product_id = :product ORDER BY id LIMIT 1)sql");
    oldest.bind(":product", product_id);
    if (!main_supplier(store, product_id) && oldest.step())
        set_main(store, product_id, oldest.integer(0));
}

using Row = SupplierRow;
constexpr std::array<Column<Row>, 9> columns = {{
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"supplier_number", "SUPPLIER NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.supplier_number); }},
    {"supplier", "SUPPLIER", Kind::text, [](const Row& r) { return text_cell(r.supplier); }},
    {"supplier_sku", "SUPPLIER SKU", Kind::text,
     [](const Row& r) { return text_cell(r.supplier_sku); }},
    {"price", "PRICE", Kind::unit_price, [](const Row& r) { return cell(r.price); }},
    {"min_quantity", "MIN", Kind::quantity, [](const Row& r) { return cell(r.min_quantity); }},
    {"days", "DAYS", Kind::integer, [](const Row& r) { return cell(r.days); }},
    {"main", "MAIN", Kind::boolean, [](const Row& r) { return Cell(r.main); }},
}};

} // namespace

ProductSupplier product_supplier(Store& store, std::int64_t product_id, std::int64_t contact_id)
{
    ProductSupplier supplier;
    supplier.product_id = product_id;
    supplier.contact_id = contact_id;
    auto query = store.prepare(R"sql(
        SELECT sku, price, min_quantity, days, main
          FROM product_supplier WHERE product_id = :product AND contact_id = :contact)sql");
    query.bind(":product", product_id).bind(":contact", contact_id);
    if (query.step()) {
        supplier.sku = query.text(0);
        supplier.price = stored_price(query, 1);
        supplier.min_quantity = stored_quantity(query, 2);
        supplier.days = query.optional_integer(3);
        supplier.main = query.boolean(4);
    }
    return supplier;
}

std::optional<std::int64_t> main_supplier(Store& store, std::int64_t product_id)
{
    auto query = store.prepare(
        "SELECT contact_id FROM product_supplier WHERE product_id = :product AND main = 1");
    query.bind(":product", product_id);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

void set_supplier(Store& store, const ProductSupplier& supplier)
{
    check_values(supplier);
    auto upsert = store.prepare(R"sql(
        INSERT INTO product_supplier (product_id, contact_id, sku, price, min_quantity, days)
        VALUES (:product, :contact, :sku, :price, :min_quantity, :days)
        ON CONFLICT (product_id, contact_id) DO UPDATE
           SET sku = excluded.sku, price = excluded.price, min_quantity = excluded.min_quantity,
               days = excluded.days)sql");
    upsert.bind(":product", supplier.product_id)
        .bind(":contact", supplier.contact_id)
        .bind_or_null(":sku", supplier.sku)
        .bind(":price", stored(supplier.price))
        .bind(":min_quantity", stored(supplier.min_quantity))
        .bind(":days", supplier.days)
        .run();
    if (supplier.main || !main_supplier(store, supplier.product_id))
        set_main(store, supplier.product_id, supplier.contact_id);
}

bool remove_supplier(Store& store, std::int64_t product_id, std::int64_t contact_id)
{
    store.prepare("DELETE FROM product_supplier WHERE product_id = :product AND contact_id = :id")
        .bind(":product", product_id)
        .bind(":id", contact_id)
        .run();
    if (store.changes() == 0)
        return false;
    choose_main(store, product_id);
    return true;
}

void merge_suppliers(Store& store, std::int64_t keep_id, std::int64_t drop_id)
{
    std::vector<std::int64_t> both;
    auto query = store.prepare(R"sql(
        SELECT d.product_id
          FROM product_supplier AS d
          JOIN product_supplier AS k ON k.product_id = d.product_id AND k.contact_id = :keep
         WHERE d.contact_id = :drop)sql");
    query.bind(":keep", keep_id).bind(":drop", drop_id);
    while (query.step())
        both.push_back(query.integer(0));
    for (const auto product_id : both) {
        const bool main = main_supplier(store, product_id) == drop_id;
        remove_supplier(store, product_id, drop_id);
        if (main)
            set_main(store, product_id, keep_id);
    }
    store.prepare("UPDATE product_supplier SET contact_id = :keep WHERE contact_id = :drop")
        .bind(":keep", keep_id)
        .bind(":drop", drop_id)
        .run();
}

std::span<const Column<SupplierRow>> supplier_columns()
{
    return columns;
}

void list_suppliers(Store& store, std::optional<std::int64_t> product_id,
                    const std::function<bool(const SupplierRow&)>& use)
{
    auto query = store.prepare(R"sql(
        SELECT p.sku, p.name, c.number, c.name, s.sku, s.price, s.min_quantity, s.days, s.main
          FROM product AS p
          JOIN product_supplier AS s ON s.product_id = p.id
          JOIN contact AS c ON c.id = s.contact_id
         WHERE (:product IS NULL OR p.id = :product)
         ORDER BY p.sku_key, s.main DESC, s.id)sql");
    query.bind(":product", product_id);
    SupplierRow row;
    while (query.step()) {
        row.sku = query.text(0);
        row.name = query.text(1);
        row.supplier_number = query.text(2);
        row.supplier = query.text(3);
        row.supplier_sku = query.text(4);
        row.price = stored_price(query, 5);
        row.min_quantity = stored_quantity(query, 6);
        row.days = query.optional_integer(7);
        row.main = query.boolean(8);
        if (!use(row))
            return;
    }
}

} // namespace crm
