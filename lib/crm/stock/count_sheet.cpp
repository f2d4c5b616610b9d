// SPDX-License-Identifier: MIT
#include "crm/stock/count_sheet.hpp"

#include "crm/stock/count.hpp"
#include "crm/stock/stored.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr std::string_view select_lines = R"sql(
    SELECT l.id, l.product_id, l.location_id, p.sku, p.name, p.unit, o.name, l.lot,
           coalesce(e.book, l.book), e.quantity, e.at, e.counter, e.remark, l.unit_cost, l.on_hand, l.worth,
           coalesce(e.second, 0)
      FROM count_line AS l
      JOIN product AS p ON p.id = l.product_id
      JOIN location AS o ON o.id = l.location_id
      LEFT JOIN count_entry AS e
        ON e.id = (SELECT max(id) FROM count_entry WHERE count_line_id = l.id)
     WHERE l.count_id = :count
     ORDER BY o.name, p.sku_key, l.lot)sql";

void read_line(const Statement& query, CountLine& line)
{
    line.id = query.integer(0);
    line.product_id = query.integer(1);
    line.location_id = query.integer(2);
    line.sku = query.text(3);
    line.name = query.text(4);
    line.unit = query.text(5);
    line.location = query.text(6);
    line.lot = query.text(7);
    line.book = Quantity{query.integer(8)};
    line.counted = stored_quantity(query, 9);
    line.at = query.text(10);
    line.counter = query.text(11);
    line.remark = query.text(12);
    line.unit_cost = stored_price(query, 13);
    line.on_hand = Quantity{query.integer(14)};
    line.worth = stored_worth(query, 15);
    line.counted_twice = query.boolean(16);
}

using Row = CountLine;
constexpr Column<Row> sku = {"sku", "SKU", Kind::text,
                             [](const Row& r) { return text_cell(r.sku); }};
constexpr Column<Row> name = {"name", "NAME", Kind::text,
                              [](const Row& r) { return text_cell(r.name); }};
constexpr Column<Row> unit = {"unit", "UNIT", Kind::text,
                              [](const Row& r) { return text_cell(r.unit); }};
constexpr Column<Row> location = {"location", "LOCATION", Kind::text,
                                  [](const Row& r) { return text_cell(r.location); }};
constexpr Column<Row> lot = {"lot", "LOT", Kind::text,
                             [](const Row& r) { return text_cell(r.lot); }};
constexpr Column<Row> book = {"book", "BOOK", Kind::quantity,
                              [](const Row& r) { return Cell(r.book); }};
constexpr Column<Row> counted = {"counted", "COUNTED", Kind::quantity,
                                 [](const Row& r) { return cell(r.counted); }};
constexpr Column<Row> counter = {"counter", "COUNTER", Kind::text,
                                 [](const Row& r) { return text_cell(r.counter); }};
constexpr Column<Row> remark = {"remark", "REMARK", Kind::text,
                                [](const Row& r) { return text_cell(r.remark); }};
constexpr Column<Row> difference = {"difference", "DIFFERENCE", Kind::quantity,
                                    [](const Row& r) { return cell(r.difference()); }};
constexpr Column<Row> unit_cost = {"unit_cost", "UNIT COST", Kind::unit_price,
                                   [](const Row& r) { return cell(r.unit_cost); }};
constexpr Column<Row> value_difference = {"value_difference", "VALUE DIFFERENCE", Kind::money,
                                          [](const Row& r) { return cell(r.value_difference()); }};

/// A column of a form.
constexpr Column<Row> blank(Column<Row> column)
{
    column.get = [](const Row&) { return Cell(); };
    return column;
}

constexpr std::array sheet = {sku, name, unit, location, lot, book, counted, counter, remark};
constexpr std::array blind_sheet = {sku, name,           unit,           location,
                                    lot, blank(counted), blank(counter), blank(remark)};
constexpr std::array differences = {sku,     name,       location,  book,
                                    counted, difference, unit_cost, value_difference};
constexpr std::array lot_differences = {sku,        name,      location,        lot, book, counted,
                                        difference, unit_cost, value_difference};

} // namespace

std::optional<Quantity> CountLine::difference() const
{
    return counted ? std::optional(*counted - book) : std::nullopt;
}

std::optional<Worth> CountLine::worth_difference() const
{
    const auto units = difference();
    if (units == Quantity{})
        return Worth{};
    if (!units || !unit_cost)
        return std::nullopt;
    return worth ? share_of(*worth, *units, on_hand) : worth_of(*units, *unit_cost);
}

std::optional<Money> CountLine::value_difference() const
{
    const auto difference = worth_difference();
    return difference ? std::optional(to_money(*difference)) : std::nullopt;
}

void list_count_lines(Store& store, std::int64_t count_id,
                      const std::function<bool(const CountLine&)>& use)
{
    count_by_id(store, count_id);
    auto query = store.prepare(select_lines);
    query.bind(":count", count_id);
    CountLine line;
    while (query.step()) {
        read_line(query, line);
        if (!use(line))
            return;
    }
}

std::span<const Column<CountLine>> sheet_columns(bool blind)
{
    if (blind)
        return blind_sheet;
    return sheet;
}

std::span<const Column<CountLine>> difference_columns(bool by_lot)
{
    if (by_lot)
        return lot_differences;
    return differences;
}

} // namespace crm
