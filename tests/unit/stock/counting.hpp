// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/listing.hpp"
#include "crm/stock/count_check.hpp"
#include "crm/stock/count_due.hpp"
#include "crm/stock/count_entry.hpp"
#include "crm/stock/count_post.hpp"
#include "crm/stock/count_sheet.hpp"
#include "tests/unit/stock/stocking.hpp"

#include <fmt/format.h>

#include <sstream>

namespace crm::test
{

using Lines = std::vector<std::string>;

/// A warehouse in which is counted: bolts and nuts at main, bolts also in the hall.
struct Warehouse {
    Store store = Store::in_memory(acting());
    std::int64_t shop = add_place(store, "main");
    std::int64_t hall = add_place(store, "Halle 2");
    std::int64_t bolt = add_goods(store, "M8");
    std::int64_t nut = add_goods(store, "N8");
    LocalTime noon = {day("2026-06-28"), 12 * 60}; ///< of the freeze

    Warehouse()
    {
        booked(store, bought(bolt, shop, "100", "1.50", "2026-06-01"));
        booked(store, bought(bolt, hall, "20", "1.50", "2026-06-01"));
        booked(store, bought(nut, shop, "50", "0.25", "2026-06-01"));
    }

    std::int64_t start(const CountScope& scope = {})
    {
        Transaction transaction(store);
        const auto id = start_count(store, scope, noon);
        transaction.commit();
        return id;
    }

    /// Counts something, at a day's time if one is given.
    void enter(std::int64_t count, const CountedGoods& goods, std::string_view at = "",
               bool second = false)
    {
        EntryMoment moment;
        moment.now = {day("2026-06-30"), 0};
        moment.second = second;
        if (!at.empty())
            moment.at = parse_time(at, day("2026-06-30"));
        Transaction transaction(store);
        CountEntries(store, count, moment).enter(goods);
        transaction.commit();
    }

    void post(std::int64_t count, bool leave_uncounted = false)
    {
        Transaction transaction(store);
        post_count(store, count, leave_uncounted, {day("2026-06-30"), 0});
        transaction.commit();
    }

    void cancel(std::int64_t count)
    {
        Transaction transaction(store);
        cancel_count(store, count, {day("2026-06-30"), 0});
        transaction.commit();
    }

    /// "M8 Halle 2 C-7: 20 -> 19", a line each.
    Lines lines(std::int64_t count)
    {
        Lines all;
        list_count_lines(store, count, [&](const CountLine& line) {
            all.push_back(fmt::format("{} {}{}: {} -> {}", line.sku, line.location,
                                      line.lot.empty() ? "" : " " + line.lot, to_string(line.book),
                                      line.counted ? to_string(*line.counted) : "?"));
            return true;
        });
        return all;
    }

    /// "M8 Halle 2", a line each.
    Lines due(int year)
    {
        Lines goods;
        list_count_due(store, year, [&](const DueRow& row) {
            goods.push_back(row.sku + " " + row.location);
            return true;
        });
        return goods;
    }

    std::string breaches()
    {
        auto found = stock_breaches(store);
        for (const auto& check : count_checks())
            check.run(store, [&](const std::string& text) { found += text + "\n"; });
        return found;
    }
};

inline CountedGoods counted(std::string_view sku, std::string_view quantity,
                            std::optional<std::string_view> location = std::nullopt,
                            std::optional<std::string_view> lot = std::nullopt)
{
    CountedGoods goods;
    goods.sku = sku;
    goods.quantity = units(quantity);
    goods.location = location;
    goods.lot = lot;
    return goods;
}

} // namespace crm::test
