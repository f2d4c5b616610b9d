// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/replay.hpp"
#include "crm/stock/reverse.hpp"
#include "crm/stock/stocked.hpp"
#include "tests/unit/stock/stocking.hpp"

namespace crm::test
{

/// One product at one place.
struct Shop {
    Store store = Store::in_memory(acting());
    std::int64_t place = add_place(store, "main");
    std::int64_t goods = add_goods(store, "M8");

    std::int64_t receive(std::string_view quantity, std::string_view cost,
                         std::string_view iso_day = "2026-06-30")
    {
        return booked(store, bought(goods, place, quantity, cost, iso_day)).front().id;
    }

    std::int64_t issue(std::string_view quantity, std::string_view cost = "",
                       std::string_view iso_day = "2026-06-30")
    {
        auto booking = moving(goods, place, quantity, iso_day);
        if (!cost.empty())
            booking.unit_cost = price(cost);
        return booked(store, booking).front().id;
    }

    std::vector<Booked> reverse(std::int64_t id, std::optional<Date> on = std::nullopt)
    {
        Transaction transaction(store);
        auto movements = reverse_movement(store, {id, on, ""});
        transaction.commit();
        return movements;
    }

    std::string worth() { return to_string(kept_sums(store, goods).value().value()); }

    std::string layers()
    {
        return to_string(LayerReplay(store, day("2026-12-31")).layers(goods).value().value());
    }

    bool refuses(std::int64_t id)
    {
        return throws(ErrorKind::rejected, [&] { reverse(id); });
    }
};

} // namespace crm::test
