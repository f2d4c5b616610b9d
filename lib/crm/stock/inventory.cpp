// SPDX-License-Identifier: MIT
#include "crm/stock/inventory.hpp"

#include "crm/contact/staff.hpp"
#include "crm/stock/location.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

using Row = InventoryRow;

constexpr std::array<Column<Row>, 9> columns = {{
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"group", "GROUP", Kind::text, [](const Row& r) { return text_cell(r.group); }},
    {"unit", "UNIT", Kind::text, [](const Row& r) { return text_cell(r.unit); }},
    {"location", "LOCATION", Kind::text, [](const Row& r) { return text_cell(r.location); }},
    {"lot", "LOT", Kind::text, [](const Row& r) { return text_cell(r.lot); }},
    {"on_hand", "ON HAND", Kind::quantity, [](const Row& r) { return Cell(r.on_hand); }},
    {"unit_cost", "UNIT COST", Kind::unit_price, [](const Row& r) { return cell(r.unit_cost); }},
    {"value", "VALUE", Kind::money, [](const Row& r) { return cell(r.value); }},
}};

} // namespace

std::span<const Column<InventoryRow>> inventory_columns()
{
    return columns;
}

void list_inventory(Store& store, Date as_of, const std::function<bool(const InventoryRow&)>& use)
{
    const auto names = location_names(store);
    const StockOnDay stock(store, as_of);
    Row row; // one for all, so that its strings keep their room
    for_each_stocked(store, std::nullopt, [&](const StockedProduct& product) {
        row.sku = product.sku;
        row.name = product.name;
        row.group = product.group;
        row.unit = product.unit;
        const auto sums = stock.sums(product);
        row.unit_cost = sums.unit_cost;
        ValueParts parts(sums);
        return std::ranges::all_of(stock.levels(product), [&](const StockLevel& level) {
            if (level.on_hand == Quantity{})
                return true;
            row.location = names.at(level.location_id);
            row.lot = level.lot;
            row.on_hand = level.on_hand;
            row.value = parts.next(level.on_hand);
            return use(row);
        });
    });
}

std::int64_t record_inventory(Store& store, const InventoryList& list)
{
    store
        .prepare(R"sql(
            INSERT INTO inventory_list (as_of, made_at, rows, value, checksum, staff_id)
            VALUES (:as_of, :made_at, :rows, :value, :checksum, :staff))sql")
        .bind(":as_of", list.as_of)
        .bind(":made_at", to_string(list.made_at))
        .bind(":rows", list.rows)
        .bind(":value", list.value)
        .bind(":checksum", list.checksum)
        .bind(":staff", acting_staff(store))
        .run();
    return store.last_id();
}

} // namespace crm
