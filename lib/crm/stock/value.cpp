// SPDX-License-Identifier: MIT
#include "crm/stock/value.hpp"

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
    row.value = sums.value();
}

void put_layers(const FifoLayers& layers, Row& row)
{
    row.on_hand = layers.on_hand();
    row.unit_cost = layers.unit_cost();
    row.value = layers.value();
}

/// Goods that are owed are worth what they cost, whatever the market says.
void lower_to_market(Row& row)
{
    if (row.value && row.market && row.on_hand > Quantity{})
        row.value = std::min(*row.value, to_money(worth_of(row.on_hand, *row.market)));
}

} // namespace

std::span<const Column<ValueRow>> value_columns()
{
    return columns;
}

void list_values(Store& store, const ValueQuery& wanted,
                 const std::function<bool(const ValueRow&)>& use)
{
    std::optional<LayerReplay> layers;
    std::optional<StockOnDay> stock;
    if (wanted.method == CostMethod::fifo)
        layers.emplace(store, wanted.as_of);
    else
        stock.emplace(store, wanted.as_of);
    Row row; // one for all, so that its strings keep their room
    for_each_stocked(store, std::nullopt, [&](const StockedProduct& product) {
        row.sku = product.sku;
        row.name = product.name;
        row.group = product.group;
        row.unit = product.unit;
        if (layers)
            put_layers(layers->layers(product.id), row);
        else
            put_average(stock->sums(product), row);
        if (row.on_hand == Quantity{})
            return true;
        row.market = wanted.market ? wanted.market(product, row.on_hand) : product.market;
        if (wanted.lower_of_market)
            lower_to_market(row);
        return use(row);
    });
}

} // namespace crm
