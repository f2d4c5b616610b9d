// SPDX-License-Identifier: MIT
#include "crm/stock/product_list.hpp"

#include "crm/base/error.hpp"
#include "crm/stock/read_product.hpp"
#include "crm/stock/stored.hpp"

#include <fmt/format.h>

#include <array>

namespace crm
{

namespace
{

constexpr std::string_view select_rows = R"sql(
    SELECT {}, c.number, s.sku,
           CASE p.stock WHEN 1 THEN coalesce(i.on_hand, 0) END,
           CASE p.stock WHEN 1 THEN coalesce(i.on_order, 0) END
      FROM product AS p
      LEFT JOIN product_supplier AS s ON s.product_id = p.id AND s.main = 1
      LEFT JOIN contact AS c ON c.id = s.contact_id
      LEFT JOIN product_stock_index AS i ON i.product_id = p.id)sql";

void read_row(const Statement& query, ProductRow& row)
{
    read_product(query, row.product);
    int column = product_fields_count;
    row.supplier = query.text(column++);
    row.supplier_sku = query.text(column++);
    row.on_hand = stored_quantity(query, column++);
    row.on_order = stored_quantity(query, column);
}

/// Conditions stand in the text only where they are asked for, so that their index is used.
std::string filter_sql(const ProductFilter& filter)
{
    std::string sql = " WHERE 1";
    if (!filter.archived)
        sql += " AND p.archived_on IS NULL";
    if (filter.group_key)
        sql += " AND p.group_key = :group";
    if (filter.supplier_id)
        sql +=
            " AND p.id IN (SELECT product_id FROM product_supplier WHERE contact_id = :supplier)";
    return sql;
}

using Row = ProductRow;
constexpr std::array<Column<Row>, 17> columns = {{
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.product.sku); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.product.name); }},
    {"price", "PRICE", Kind::unit_price, [](const Row& r) { return cell(r.product.price); }},
    {"cost", "COST", Kind::unit_price, [](const Row& r) { return cell(r.product.cost); }},
    {"unit", "UNIT", Kind::text, [](const Row& r) { return text_cell(r.product.unit); }},
    {"tax", "TAX", Kind::text, [](const Row& r) { return text_cell(to_string(r.product.tax)); },
     detail},
    {"group", "GROUP", Kind::text, [](const Row& r) { return text_cell(r.product.group); }},
    {"supplier", "SUPPLIER", Kind::text, [](const Row& r) { return text_cell(r.supplier); },
     detail},
    {"supplier_sku", "SUPPLIER SKU", Kind::text,
     [](const Row& r) { return text_cell(r.supplier_sku); }, detail},
    {"ean", "EAN", Kind::text, [](const Row& r) { return text_cell(r.product.ean); }, detail},
    {"reorder_at", "REORDER AT", Kind::quantity,
     [](const Row& r) { return cell(r.product.reorder_at); }, detail},
    {"order_up_to", "ORDER UP TO", Kind::quantity,
     [](const Row& r) { return cell(r.product.order_up_to); }, detail},
    {"on_hand", "ON HAND", Kind::quantity, [](const Row& r) { return cell(r.on_hand); }},
    {"on_order", "ON ORDER", Kind::quantity, [](const Row& r) { return cell(r.on_order); }, detail},
    {"stock", "STOCK", Kind::boolean, [](const Row& r) { return Cell(r.product.stock); }, detail},
    {"allow_negative", "ALLOW NEGATIVE", Kind::boolean,
     [](const Row& r) { return Cell(r.product.allow_negative); }, detail},
    {"archived", "ARCHIVED", Kind::date, [](const Row& r) { return cell(r.product.archived_on); }},
}};

} // namespace

std::span<const Column<ProductRow>> product_columns()
{
    return columns;
}

void list_products(Store& store, const ProductFilter& filter,
                   const std::function<bool(const ProductRow&)>& use)
{
    auto sql = fmt::format(select_rows, product_fields);
    auto query = store.prepare(sql.append(filter_sql(filter)).append(" ORDER BY p.sku_key"));
    if (filter.group_key)
        query.bind(":group", *filter.group_key);
    if (filter.supplier_id)
        query.bind(":supplier", *filter.supplier_id);
    ProductRow row; // one for all, so that its strings keep their room
    while (query.step()) {
        read_row(query, row);
        if (!use(row))
            return;
    }
}

ProductRow product_row(Store& store, std::int64_t product_id)
{
    auto sql = fmt::format(select_rows, product_fields);
    auto query = store.prepare(sql.append(" WHERE p.id = :id"));
    query.bind(":id", product_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no product with the id {}", product_id);
    ProductRow row;
    read_row(query, row);
    return row;
}

} // namespace crm
