// SPDX-License-Identifier: MIT
#include "crm/stock/value.hpp"

#include "crm/stock/fifo.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

using Row = ValueRow;

constexpr std::array<Column<Row>, 8> columns = {{
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"group", "GROUP", Kind::text, [](const Row& r) { return text_cell(r.group); }},
    {"unit", "UNIT", Kind::text, [](const Row& r) { return text_cell(r.unit); }},
    {"on_hand", "ON HAND", Kind::quantity, [](const Row& r) { return Cell(r.on_hand); }},
    {"unit_cost", "UNIT COST", Kind::unit_price, [](const Row& r) { return cell(r.unit_cost); }},
    {"market", "MARKET", Kind::unit_price, [](const Row& r) { return cell(r.market); }},
    {"value", "VALUE", Kind::money, [](const Row& r) { return cell(r.value); }},
}};

void put_average(const AverageStock& sums, Row& row)
{
    row.on_hand = sums.on_hand;
    row.unit_cost = sums.unit_cost;
    row.value.reset();
    if (sums.unit_cost)
        row.value = value_of(sums.on_hand, *sums.unit_cost);
}

void put_layers(const FifoLayers& layers, Row& row)
{
    row.on_hand = layers.on_hand();
    row.unit_cost = layers.unit_cost();
    row.value = layers.value();
}

FifoLayers layers_on(Store& store, std::int64_t product_id, Date day)
{
    FifoLayers layers;
    for_each_movement(store, product_id, day, [&](const Moved& moved) {
        if (!moved.transfer)
            layers.move({moved.id, moved.quantity, moved.unit_cost, moved.returns_id});
    });
    return layers;
}

/// Goods that are owed are worth what they cost, whatever the market says.
void lower_to_market(Row& row)
{
    if (row.value && row.market && row.on_hand > Quantity{})
        row.value = std::min(*row.value, value_of(row.on_hand, *row.market));
}

} // namespace

std::span<const Column<ValueRow>> value_columns()
{
    return columns;
}

void list_values(Store& store, const ValueQuery& wanted,
                 const std::function<bool(const ValueRow&)>& use)
{
    const bool kept = kept_sums_hold(store, wanted.as_of);
    Row row; // one for all, so that its strings keep their room
    for_each_stocked(store, std::nullopt, [&](const StockedProduct& product) {
        row.sku = product.sku;
        row.name = product.name;
        row.group = product.group;
        row.unit = product.unit;
        row.market = product.market;
        if (wanted.method == CostMethod::fifo)
            put_layers(layers_on(store, product.id, wanted.as_of), row);
        else
            put_average(kept ? product.sums : state_on(store, product.id, wanted.as_of).sums, row);
        if (wanted.lower_of_market)
            lower_to_market(row);
        return row.on_hand == Quantity{} || use(row);
    });
}

} // namespace crm
