// SPDX-License-Identifier: MIT
#include "crm/stock/count_entry.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/staff.hpp"

#include <array>
#include <vector>

namespace crm
{

namespace
{

/// In the order of EntryKey.
constexpr std::array<std::string_view, 9> names = {
    "sku", "location", "lot", "counted", "counter", "remark", "name", "unit", "book"};
static_assert(names.size() == static_cast<std::size_t>(EntryKey::book) + 1);

/// A line that may be meant.
struct Candidate {
    std::int64_t id = 0;
    std::string place; ///< "main, lot C-7"
};

std::vector<Candidate> candidates(Store& store, const Count& count, const CountedGoods& goods,
                                  std::int64_t product_id)
{
    auto query = store.prepare(R"sql(
        SELECT l.id, p.name, l.lot
          FROM count_line AS l
          JOIN location AS p ON p.id = l.location_id
         WHERE l.count_id = :count AND l.product_id = :product
           AND (:location IS NULL OR l.location_id = :location) AND (:lot IS NULL OR l.lot = :lot)
         ORDER BY p.name, l.lot)sql");
    query.bind(":count", count.id).bind(":product", product_id).bind(":lot", goods.lot);
    if (goods.location)
        query.bind(":location", find_location(store, *goods.location).id);
    std::vector<Candidate> found;
    while (query.step())
        found.push_back(
            {query.integer(0), query.is_null(2) || query.text(2).empty()
                                   ? query.string(1)
                                   : format("{}, lot {}", query.text(1), query.text(2))});
    return found;
}

bool has_entry(Store& store, std::int64_t line_id)
{
    auto query = store.prepare("SELECT 1 FROM count_entry WHERE count_line_id = :line LIMIT 1");
    query.bind(":line", line_id);
    return query.step();
}

/// A second count is of what was counted before, by somebody else (german-practice.md 3.15): by
/// another name, or entered by another staff member if no names are said.
void check_second(Store& store, std::int64_t line_id, const CountedGoods& goods)
{
    auto query = store.prepare(R"sql(
        SELECT counter, staff_id FROM count_entry
         WHERE count_line_id = :line AND second = 0
         ORDER BY id DESC LIMIT 1)sql");
    query.bind(":line", line_id);
    if (!query.step())
        throw error(ErrorKind::rejected, "'{}' was not counted before", goods.sku)
            .with_hint("enter the first count without --second");
    const auto first = trim(query.text(0));
    const auto second = trim(goods.counter);
    if (!first.empty() && second.empty())
        throw error(ErrorKind::rejected,
                    "'{}' was counted by {} before, and nothing says by whom now", goods.sku, first)
            .with_hint("say it with --counter NAME, or in the column counter of a file");
    if (!first.empty() && lower(first) == lower(second))
        throw error(ErrorKind::rejected, "'{}' was counted by {} before", goods.sku, first)
            .with_hint("somebody else counts the second time");
    if (first.empty() && second.empty() && query.optional_integer(1) == acting_staff(store))
        throw error(ErrorKind::rejected, "nothing says that somebody else counted '{}' now",
                    goods.sku)
            .with_hint("say who it was with --counter NAME, or in the column counter of a file");
}

void check_scope(const Count& count, const Product& product, const Location& location)
{
    if (!product.stock)
        throw error(ErrorKind::rejected, "'{}' does not lie in stock", product.sku);
    const auto& [place, group] = count.scope;
    if (place && place->id != location.id)
        throw error(ErrorKind::rejected, "count {} is of location '{}', not '{}'", count.id,
                    place->name, location.name);
    if (group && group->key != lower(product.group))
        throw error(ErrorKind::rejected, "'{}' is not of group '{}', of which count {} is",
                    product.sku, group->name, count.id);
}

} // namespace

CountEntries::CountEntries(Store& store, std::int64_t count_id, const EntryMoment& moment)
    : store_(store), count_(open_count(store, count_id)), moment_(moment)
{
    if (moment.at && *moment.at < count_.at)
        throw error(ErrorKind::rejected, "{} lies before the freeze of count {} ({})",
                    to_string(*moment.at), count_id, to_string(count_.at));
}

std::int64_t CountEntries::new_line(const CountedGoods& goods, const Product& product)
{
    const auto& place = count_.scope.location;
    const auto location = goods.location ? find_location(store_, *goods.location)
                          : place        ? *place
                                         : find_location(store_, main_location);
    check_scope(count_, product, location);
    return add_count_line(store_, count_, product.id, location.id, goods.lot.value_or(""));
}

std::int64_t CountEntries::line_of(const CountedGoods& goods, const Product& product)
{
    const auto found = candidates(store_, count_, goods, product.id);
    if (found.size() == 1)
        return found.front().id;
    if (found.empty())
        return new_line(goods, product);
    std::vector<std::string> places;
    for (const auto& candidate : found)
        places.push_back(candidate.place);
    throw error(ErrorKind::not_found, "'{}' is counted at {} places", product.sku, found.size())
        .with_candidates(std::move(places))
        .with_hint("say which one with --location and --lot");
}

RowOutcome CountEntries::enter(const CountedGoods& goods)
{
    if (goods.quantity < Quantity{})
        throw error(ErrorKind::rejected, "{} of '{}' cannot be there", to_string(goods.quantity),
                    goods.sku);
    const auto line = line_of(goods, product_by_sku(store_, goods.sku));
    const bool again = has_entry(store_, line);
    if (moment_.second)
        check_second(store_, line, goods);
    const auto moved =
        moment_.at ? moved_since_freeze(store_, count_, line, *moment_.at) : Quantity{};
    store_
        .prepare(R"sql(
            INSERT INTO count_entry (count_line_id, quantity, at, recorded_at, book, second, counter,
                                     remark, staff_id)
            SELECT l.id, :quantity, :at, :now, l.book + :moved, :second, :counter, :remark, :staff
              FROM count_line AS l WHERE l.id = :line)sql")
        .bind(":line", line)
        .bind(":quantity", goods.quantity.thousandths)
        .bind(":at", to_string(moment_.at.value_or(count_.at)))
        .bind(":now", to_string(moment_.now))
        .bind(":moved", moved.thousandths)
        .bind(":second", moment_.second)
        .bind_or_null(":counter", goods.counter)
        .bind_or_null(":remark", goods.remark)
        .bind(":staff", acting_staff(store_))
        .run();
    return again ? RowOutcome::updated : RowOutcome::added;
}

const TableKeys& count_entry_keys()
{
    static const TableKeys keys = {names, {{"sku"}, {"counted"}}};
    return keys;
}

ImportResult enter_sheet(Store& store, std::int64_t count_id, KeyedTable& table,
                         const EntryMoment& moment, Decimal decimal, bool skip_errors,
                         const ImportEvents& events)
{
    const auto given = [&](EntryKey key) {
        return table.columns().has(static_cast<std::uint32_t>(key));
    };
    CountEntries entries(store, count_id, moment);
    return import_keyed(store, table, skip_errors, events, [&](const KeyedRow& row) {
        const auto counted = row[EntryKey::counted];
        if (counted.empty())
            return RowOutcome::skipped;
        CountedGoods goods;
        goods.sku = row[EntryKey::sku];
        if (const auto location = row[EntryKey::location]; !location.empty())
            goods.location = location;
        if (given(EntryKey::lot)) // an empty one is that of goods without
            goods.lot = row[EntryKey::lot];
        goods.quantity = parse_quantity(counted, decimal);
        goods.counter = row[EntryKey::counter];
        goods.remark = row[EntryKey::remark];
        return entries.enter(goods);
    });
}

} // namespace crm
