// SPDX-License-Identifier: MIT
#include "crm/stock/list.hpp"

#include <array>
#include <map>
#include <tuple>

namespace crm
{

namespace
{

using Row = StockRow;

constexpr std::array<Column<Row>, 5> goods_columns = {{
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"group", "GROUP", Kind::text, [](const Row& r) { return text_cell(r.group); }, detail},
    {"unit", "UNIT", Kind::text, [](const Row& r) { return text_cell(r.unit); }, detail},
    {"location", "LOCATION", Kind::text, [](const Row& r) { return text_cell(r.location); }},
}};

constexpr std::array<Column<Row>, 2> lot_columns = {{
    {"lot", "LOT", Kind::text, [](const Row& r) { return text_cell(r.lot); }},
    {"best_before", "BEST BEFORE", Kind::date, [](const Row& r) { return cell(r.best_before); }},
}};

constexpr std::array<Column<Row>, 7> sum_columns = {{
    {"on_hand", "ON HAND", Kind::quantity, [](const Row& r) { return Cell(r.on_hand); }},
    {"reserved", "RESERVED", Kind::quantity, [](const Row& r) { return cell(r.reserved); }},
    {"on_order", "ON ORDER", Kind::quantity, [](const Row& r) { return cell(r.on_order); }},
    {"available", "AVAILABLE", Kind::quantity, [](const Row& r) { return cell(r.available); }},
    {"reorder_at", "REORDER AT", Kind::quantity, [](const Row& r) { return cell(r.reorder_at); },
     detail},
    {"unit_cost", "UNIT COST", Kind::unit_price, [](const Row& r) { return cell(r.unit_cost); },
     detail},
    {"value", "VALUE", Kind::money, [](const Row& r) { return cell(r.value); }},
}};

template<class... Part>
constexpr auto joined(const Part&... parts)
{
    std::array<Column<Row>, (std::tuple_size_v<Part> + ...)> all{};
    std::size_t place = 0;
    const auto add = [&](const auto& part) {
        for (const auto& column : part)
            all[place++] = column;
    };
    (add(parts), ...);
    return all;
}

constexpr auto columns = joined(goods_columns, sum_columns);
constexpr auto columns_by_lot = joined(goods_columns, lot_columns, sum_columns);

/// Makes the rows of one product after the other.
class RowMaker
{
  public:
    RowMaker(Store& store, const StockFilter& filter, const std::function<bool(const Row&)>& use)
        : filter_(filter), use_(use), stock_(store, filter.as_of),
          orders_known_(filter.as_of >= filter.today), locations_(location_names(store))
    {
    }

    /// False when no more rows are wanted.
    bool product(const StockedProduct& product)
    {
        const auto sums = stock_.sums(product);
        start_row(product, sums);
        if (filter_.by_lot)
            return lots(stock_.levels(product), ValueParts(sums));
        if (filter_.location)
            return at_location(product, stock_.levels(product), ValueParts(sums));
        row_.value = sums.value();
        return whole(product, sums.on_hand, true);
    }

  private:
    void start_row(const StockedProduct& product, const AverageStock& sums)
    {
        row_.sku = product.sku;
        row_.name = product.name;
        row_.group = product.group;
        row_.unit = product.unit;
        row_.reorder_at = product.reorder_at;
        row_.unit_cost = sums.unit_cost;
        if (filter_.location)
            row_.location = filter_.location->name;
    }

    bool lots(const std::vector<StockLevel>& levels, ValueParts parts)
    {
        for (const auto& level : levels) {
            row_.value = parts.next(level.on_hand);
            const bool elsewhere = filter_.location && filter_.location->id != level.location_id;
            if (elsewhere || level.on_hand == Quantity{})
                continue;
            row_.location = locations_.at(level.location_id);
            row_.lot = level.lot;
            row_.best_before = level.best_before;
            if (!hand_over(level.on_hand))
                return false;
        }
        return true;
    }

    bool at_location(const StockedProduct& product, const std::vector<StockLevel>& levels,
                     ValueParts parts)
    {
        bool ever = false;
        Quantity on_hand;
        row_.value = Money{};
        for (const auto& level : levels) {
            const auto value = parts.next(level.on_hand);
            if (level.location_id != filter_.location->id)
                continue;
            ever = true;
            on_hand += level.on_hand;
            row_.value = value && row_.value ? std::optional(*value + *row_.value) : std::nullopt;
        }
        const bool ordered = filter_.location->name == main_location;
        const bool demanded = ordered && orders_known_ &&
                              (product.reserved != Quantity{} || product.on_order != Quantity{});
        return !(ever || demanded) || whole(product, on_hand, ordered);
    }

    /// All lots together; `ordered`: with what open orders promise.
    bool whole(const StockedProduct& product, Quantity on_hand, bool ordered)
    {
        if (product.archived && on_hand == Quantity{} && !filter_.archived)
            return true;
        if (orders_known_) {
            row_.reserved = ordered ? product.reserved : Quantity{};
            row_.on_order = ordered ? product.on_order : Quantity{};
            row_.available = on_hand - *row_.reserved;
        }
        return hand_over(on_hand);
    }

    bool hand_over(Quantity on_hand)
    {
        if (filter_.below_reorder && !(row_.reorder_at && on_hand < *row_.reorder_at))
            return true;
        row_.on_hand = on_hand;
        return use_(row_);
    }

    const StockFilter& filter_;
    const std::function<bool(const Row&)>& use_;
    StockOnDay stock_;
    bool orders_known_;
    std::map<std::int64_t, std::string> locations_;
    Row row_; ///< one for all, so that its strings keep their room
};

} // namespace

std::span<const Column<StockRow>> stock_list_columns(bool by_lot)
{
    if (by_lot)
        return columns_by_lot;
    return columns;
}

void list_stock(Store& store, const StockFilter& filter,
                const std::function<bool(const StockRow&)>& use)
{
    RowMaker maker(store, filter, use);
    for_each_stocked(store, filter.group_key,
                     [&](const StockedProduct& product) { return maker.product(product); });
}

} // namespace crm
