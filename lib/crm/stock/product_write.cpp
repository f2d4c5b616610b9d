// SPDX-License-Identifier: MIT
#include "crm/stock/product_write.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/stock/stored.hpp"

namespace crm
{

namespace
{

void check_values(const Product& product)
{
    if (product.sku.empty() || product.name.empty())
        throw error(ErrorKind::rejected, "a product needs a SKU and a name");
    for (const auto& amount : {product.price, product.cost})
        if (amount && *amount < UnitPrice{})
            throw error(ErrorKind::rejected, "a price or cost of {} is below 0",
                        to_string(*amount));
    for (const auto& level : {product.reorder_at, product.order_up_to}) {
        if (level > Quantity{} && !product.stock)
            throw error(ErrorKind::rejected, "'{}' does not lie in stock: it is not reordered",
                        product.sku);
        if (level && *level < Quantity{})
            throw error(ErrorKind::rejected, "a stock of {} to reorder at or up to is below 0",
                        to_string(*level));
    }
    if (product.reorder_at && product.order_up_to && *product.order_up_to < *product.reorder_at)
        throw error(ErrorKind::rejected,
                    "'{}' would be filled up to {}, less than what it is reordered at ({})",
                    product.sku, to_string(*product.order_up_to), to_string(*product.reorder_at));
}

void check_ean(Store& store, const Product& product)
{
    if (product.ean.empty())
        return;
    auto query = store.prepare("SELECT sku FROM product WHERE ean = :ean AND id <> :id");
    query.bind(":ean", product.ean).bind(":id", product.id);
    if (query.step())
        throw error(ErrorKind::rejected, "the EAN {} is that of product '{}'", product.ean,
                    query.text(0));
}

/// Open orders have goods reserved, or on order, and services not. What was delivered or invoiced
/// is taxed, and explained on paper, as the one or the other.
void check_orders(Store& store, const Product& product)
{
    auto query = store.prepare(R"sql(
        SELECT o.number
          FROM product AS p
          JOIN order_lines AS l ON l.product_id = p.id
          JOIN orders AS o ON o.id = l.order_id
         WHERE p.id = :id AND p.stock <> :stock AND o.historical = 0
           AND o.status IN ('confirmed', 'delivered', 'invoiced')
         LIMIT 1)sql");
    query.bind(":id", product.id).bind(":stock", product.stock);
    if (query.step())
        throw error(ErrorKind::rejected, "order {} has '{}' as {}", query.text(0), product.sku,
                    product.stock ? tr("a service") : tr("goods"))
            .with_hint("archive it, and add the other as a product of its own");
}

/// What is in the books of a product must fit what it becomes.
void check_stock(Store& store, const Product& product)
{
    check_orders(store, product);
    if (!product.stock) {
        auto query = store.prepare("SELECT 1 FROM movement WHERE product_id = :id LIMIT 1");
        query.bind(":id", product.id);
        if (query.step())
            throw error(ErrorKind::rejected, "'{}' has movements: it lies in stock", product.sku)
                .with_hint("archive it, and add the service as a product of its own");
    }
    if (!product.allow_negative) {
        auto query = store.prepare(R"sql(
            SELECT on_hand FROM stock_level_index WHERE product_id = :id AND on_hand < 0 LIMIT 1)sql");
        query.bind(":id", product.id);
        if (query.step())
            throw error(ErrorKind::rejected, "there is {} of '{}' on hand, less than nothing",
                        to_string(Quantity{query.integer(0)}), product.sku);
    }
}

void bind_values(Statement& statement, const Product& product)
{
    const auto group = trim(product.group);
    statement.bind(":name", product.name)
        .bind(":price", stored(product.price))
        .bind(":cost", stored(product.cost))
        .bind_or_null(":unit", product.unit)
        .bind(":tax", to_string(product.tax))
        .bind_or_null(":group", group)
        .bind_or_null(":group_key", lower(group))
        .bind_or_null(":ean", product.ean)
        .bind(":reorder_at", stored(product.reorder_at))
        .bind(":order_up_to", stored(product.order_up_to))
        .bind(":stock", product.stock)
        .bind(":allow_negative", product.allow_negative);
}

} // namespace

std::string checked_ean(std::string_view text)
{
    if (!valid_gtin(text))
        throw error(ErrorKind::rejected, "'{}' is no valid EAN", text)
            .with_hint("it has 8, 12, 13 or 14 digits, the last of which checks the others");
    return normal_gtin(text);
}

std::int64_t add_product(Store& store, const Product& product)
{
    check_values(product);
    check_ean(store, product);
    auto insert = store.prepare(R"sql(
        INSERT INTO product (sku, sku_key, name, price, cost, unit, tax, product_group, group_key,
                             ean, reorder_at, order_up_to, stock, allow_negative,
                             archived_on)
        VALUES (:sku, :key, :name, :price, :cost, :unit, :tax, :group, :group_key, :ean,
                :reorder_at, :order_up_to, :stock, :allow_negative, :archived)
        ON CONFLICT (sku_key) DO NOTHING)sql");
    insert.bind(":sku", product.sku)
        .bind(":key", natural_key(product.sku))
        .bind(":archived", product.archived_on);
    bind_values(insert, product);
    insert.run();
    if (store.changes() == 0)
        throw error(ErrorKind::rejected, "there is a product '{}' already", product.sku);
    return store.last_id();
}

void change_product(Store& store, const Product& product)
{
    check_values(product);
    check_ean(store, product);
    check_stock(store, product);
    auto update = store.prepare(R"sql(
        UPDATE product
           SET name = :name, price = :price, cost = :cost, unit = :unit, tax = :tax,
               product_group = :group, group_key = :group_key, ean = :ean,
               reorder_at = :reorder_at, order_up_to = :order_up_to, stock = :stock,
               allow_negative = :allow_negative
         WHERE id = :id)sql");
    update.bind(":id", product.id);
    bind_values(update, product);
    update.run();
}

void archive_product(Store& store, std::int64_t product_id, std::optional<Date> day)
{
    store.prepare("UPDATE product SET archived_on = :day WHERE id = :id")
        .bind(":day", day)
        .bind(":id", product_id)
        .run();
}

} // namespace crm
