// SPDX-License-Identifier: MIT
#include "crm/stock/product_import.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/contact.hpp"
#include "crm/stock/location.hpp"
#include "crm/stock/movement.hpp"
#include "crm/stock/product_write.hpp"
#include "crm/stock/supplier.hpp"

#include <array>

namespace crm
{

namespace
{

/// In the order of ProductKey.
constexpr std::array<std::string_view, 17> names = {
    "sku",      "name",           "price",   "cost",       "unit",        "tax",     "group",
    "supplier", "supplier_sku",   "ean",     "reorder_at", "order_up_to", "on_hand", "on_order",
    "stock",    "allow_negative", "archived"};
static_assert(names.size() == static_cast<std::size_t>(ProductKey::archived) + 1);

constexpr std::string_view emptied = "-";

void put_text(std::string_view typed, std::string& into)
{
    if (!typed.empty())
        into = typed == emptied ? "" : typed;
}

template<class Value, class Parse>
void put(std::string_view typed, std::optional<Value>& into, Parse parse)
{
    if (typed == emptied)
        into.reset();
    else if (!typed.empty())
        into = parse(typed);
}

void put_flag(std::string_view typed, bool& into)
{
    if (typed.empty())
        return;
    const auto answer = typed == emptied ? std::optional(false) : parse_boolean(typed);
    if (!answer)
        throw error(ErrorKind::rejected, "'{}' is neither yes nor no", typed);
    into = *answer;
}

TaxClass read_tax(std::string_view typed)
{
    if (typed == emptied)
        return TaxClass::standard;
    if (const auto tax = tax_class(lower(typed)))
        return *tax;
    throw error(ErrorKind::rejected, "'{}' is no class of tax: {}", typed, joined(tax_classes()));
}

bool has_movements(Store& store, std::int64_t product_id)
{
    auto query = store.prepare("SELECT 1 FROM movement WHERE product_id = :id LIMIT 1");
    query.bind(":id", product_id);
    return query.step();
}

/// What a row says besides the product's own values.
struct Row {
    Product product;
    std::optional<ProductSupplier> supplier;
    std::optional<std::int64_t> gone_supplier_id;
    Quantity opening; ///< 0: none
};

class Import
{
  public:
    Import(Store& store, const ProductImportOptions& options, const ImportEvents& events)
        : store_(store), options_(options), events_(events),
          location_id_(find_location(store, main_location).id), later_freeze_(later_freeze())
    {
    }

    RowOutcome take(const KeyedRow& cells)
    {
        const auto sku = cells[ProductKey::sku];
        if (sku.empty())
            throw error(ErrorKind::rejected, "the row has no SKU");
        const auto known = find_product(store_, sku);
        if (known && !options_.update) {
            events_.skipped(cells.line(),
                            format("{} {} is there already", known->sku, known->name));
            return RowOutcome::skipped;
        }
        Row row;
        if (known)
            row.product = *known;
        else
            row.product.sku = sku;
        read(row, cells);
        write(row, known);
        return known ? RowOutcome::updated : RowOutcome::added;
    }

  private:
    void read(Row& row, const KeyedRow& cells);
    void read_archived(Product& product, std::string_view typed) const;
    void read_supplier(Row& row, const KeyedRow& cells);
    void read_opening(Row& row, const KeyedRow& cells);
    void write(Row& row, const std::optional<Product>& known);
    void open(const Product& product, Quantity quantity);
    std::optional<std::string> later_freeze();

    Store& store_;
    const ProductImportOptions& options_;
    const ImportEvents& events_;
    std::int64_t location_id_;
    std::optional<std::string> later_freeze_; ///< of an open count, after the opening
};

std::optional<std::string> Import::later_freeze()
{
    auto query = store_.prepare(
        "SELECT at FROM stock_count WHERE status = 'open' AND at > :at ORDER BY at LIMIT 1");
    query.bind(":at", to_string(options_.opening));
    return query.step() ? std::optional(query.string(0)) : std::nullopt;
}

void Import::read(Row& row, const KeyedRow& cells)
{
    const auto price = [&](std::string_view typed) {
        return parse_unit_price(typed, options_.decimal);
    };
    const auto quantity = [&](std::string_view typed) {
        return parse_quantity(typed, options_.decimal);
    };
    auto& product = row.product;
    put_text(cells[ProductKey::name], product.name);
    put(cells[ProductKey::price], product.price, price);
    put(cells[ProductKey::cost], product.cost, price);
    put_text(cells[ProductKey::unit], product.unit);
    put_text(cells[ProductKey::group], product.group);
    if (const auto typed = cells[ProductKey::tax]; !typed.empty())
        product.tax = read_tax(typed);
    if (const auto typed = cells[ProductKey::ean]; !typed.empty())
        product.ean = typed == emptied ? "" : checked_ean(typed);
    put(cells[ProductKey::reorder_at], product.reorder_at, quantity);
    put(cells[ProductKey::order_up_to], product.order_up_to, quantity);
    put_flag(cells[ProductKey::stock], product.stock);
    put_flag(cells[ProductKey::allow_negative], product.allow_negative);
    read_archived(product, cells[ProductKey::archived]);
    read_supplier(row, cells);
    read_opening(row, cells);
}

void Import::read_archived(Product& product, std::string_view typed) const
{
    if (typed.empty())
        return;
    const auto answer = typed == emptied ? std::optional(false) : parse_boolean(typed);
    if (answer == false)
        product.archived_on.reset();
    else if (!answer)
        product.archived_on = parse_date(typed, options_.today);
    else if (!product.archived_on)
        product.archived_on = options_.today;
}

void Import::read_supplier(Row& row, const KeyedRow& cells)
{
    const auto number = cells[ProductKey::supplier];
    const auto sku = cells[ProductKey::supplier_sku];
    if (number.empty() && sku.empty())
        return;
    const auto former = row.product.id == 0 ? std::nullopt : main_supplier(store_, row.product.id);
    if (number == emptied) {
        row.gone_supplier_id = former;
        return;
    }
    auto id = former;
    if (!number.empty()) {
        const auto contact = contact_by_number(store_, number);
        if (!contact)
            throw error(ErrorKind::rejected, "there is no contact '{}'", number);
        id = contact->id;
    }
    if (!id) {
        if (sku != emptied)
            throw error(ErrorKind::rejected, "'{}' is the number of no supplier", sku);
        return;
    }
    row.supplier = product_supplier(store_, row.product.id, *id);
    row.supplier->main = true;
    put_text(sku, row.supplier->sku);
}

void Import::read_opening(Row& row, const KeyedRow& cells)
{
    const auto typed = cells[ProductKey::on_hand];
    if (typed.empty() || typed == emptied)
        return;
    const auto& product = row.product;
    const auto quantity = parse_quantity(typed, options_.decimal);
    if (product.id != 0 && has_movements(store_, product.id)) {
        if (const auto there = product_stock(store_, product.id).on_hand; there != quantity)
            events_.warned(cells.line(), format("'{}' has movements: its stock stays at {}",
                                                product.sku, to_string(there)));
        return;
    }
    if (quantity == Quantity{})
        return;
    if (!product.stock)
        throw error(ErrorKind::rejected, "'{}' does not lie in stock", product.sku);
    if (quantity < Quantity{} && !product.allow_negative)
        throw error(ErrorKind::rejected, "{} of '{}' on hand is below 0", typed, product.sku);
    if (later_freeze_)
        throw error(ErrorKind::rejected, "goods are being counted as of {}, after {}",
                    *later_freeze_, to_string(options_.opening));
    row.opening = quantity;
}

void Import::write(Row& row, const std::optional<Product>& known)
{
    auto& product = row.product;
    if (known)
        change_product(store_, product);
    else
        product.id = add_product(store_, product);
    if (row.gone_supplier_id)
        remove_supplier(store_, product.id, *row.gone_supplier_id);
    if (row.supplier) {
        row.supplier->product_id = product.id;
        set_supplier(store_, *row.supplier);
    }
    if (row.opening != Quantity{})
        open(product, row.opening);
    if (known && product.archived_on != known->archived_on)
        archive_product(store_, product.id, product.archived_on);
}

void Import::open(const Product& product, Quantity quantity)
{
    Booking booking;
    booking.kind = MovementKind::opening;
    booking.product_id = product.id;
    booking.location_id = location_id_;
    booking.quantity = quantity;
    booking.unit_cost = product.cost;
    booking.at = options_.opening;
    book(store_, booking);
}

} // namespace

const TableKeys& product_import_keys()
{
    static const TableKeys keys = {names, {{"sku"}}};
    return keys;
}

ImportResult import_products(Store& store, KeyedTable& table, const ProductImportOptions& options,
                             const ImportEvents& events)
{
    Import import(store, options, events);
    return import_keyed(store, table, options.skip_errors, events,
                        [&](const KeyedRow& row) { return import.take(row); });
}

} // namespace crm
