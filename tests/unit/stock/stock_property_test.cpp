// SPDX-License-Identifier: MIT
#include "crm/stock/list.hpp"
#include "crm/stock/transfer.hpp"
#include "crm/stock/value.hpp"
#include "tests/unit/stock/stock_model.hpp"
#include "tests/unit/stock/stocking.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace crm;
using namespace crm::test;

namespace
{

constexpr int last_day = 28;
const std::array<std::string, 3> lots = {"A", "B", ""}; // in the order in which they go

Date date_of(int number)
{
    return day("2026-06-01") + std::chrono::days(number - 1);
}

Quantity whole(int number)
{
    return {number * 1000};
}

/// One product that is moved at random, beside its model.
class Warehouse
{
  public:
    explicit Warehouse(unsigned seed)
        : random_(seed), store_(Store::in_memory(acting())), places_{add_place(store_, "main"),
                                                                     add_place(store_, "Halle 2")},
          product_(add_goods(store_, "M8"))
    {
    }

    void step()
    {
        switch (number(0, 9)) {
        case 0:
        case 1:
        case 2:
            return receive();
        case 3:
        case 4:
        case 5:
            return issue();
        case 6:
            return transfer();
        case 7:
            return bring_back();
        default:
            return send_back();
        }
    }

    void compare()
    {
        REQUIRE(stock_breaches(store_) == "");
        const auto kept = product_stock(store_, product_);
        REQUIRE(kept.on_hand == whole(model_.on_hand(last_day)));
        REQUIRE(kept.unit_cost == price_of(model_.average(last_day)));
        for (const auto place : places_) {
            int sum = 0;
            for (const auto& lot : lots)
                sum += model_.level(place, lot, last_day);
            REQUIRE(on_hand(store_, product_, place) == whole(sum));
        }
        compare_day(number(1, last_day));
        compare_day(last_day);
    }

    int refused = 0;

  private:
    int number(int least, int most)
    {
        return std::uniform_int_distribution<int>(least, most)(random_);
    }

    static std::optional<UnitPrice> price_of(std::optional<std::int64_t> cost)
    {
        return cost ? std::optional(UnitPrice{*cost}) : std::nullopt;
    }

    /// What the listings say of the end of a day.
    void compare_day(int day_number)
    {
        const auto stock = model_.on_hand(day_number);
        StockFilter filter;
        filter.as_of = date_of(day_number);
        filter.today = filter.as_of;
        list_stock(store_, filter, [&](const StockRow& row) {
            REQUIRE(row.on_hand == whole(stock));
            REQUIRE(row.unit_cost == price_of(model_.average(day_number)));
            return true;
        });
        int rows = 0;
        list_values(store_, {filter.as_of, CostMethod::fifo, false}, [&](const ValueRow& row) {
            ++rows;
            const auto worth = model_.fifo(day_number);
            REQUIRE(row.value.has_value() == worth.has_value());
            if (worth)
                REQUIRE(row.value->cents == (*worth + 50) / 100);
            return true;
        });
        REQUIRE(rows == (stock == 0 ? 0 : 1));
    }

    Booking any_booking(int quantity)
    {
        Booking booking;
        booking.product_id = product_;
        booking.location_id = places_[static_cast<std::size_t>(number(0, 1))];
        booking.quantity = whole(quantity);
        booking.kind = quantity > 0 ? MovementKind::receipt : MovementKind::issue;
        booking.at = {date_of(number(1, last_day)), number(0, 1439)};
        return booking;
    }

    static int day_of(const Booking& booking)
    {
        return static_cast<int>((booking.at.day - date_of(1)).count()) + 1;
    }

    void receive()
    {
        auto booking = any_booking(number(1, 9));
        if (number(0, 19) > 0)
            booking.unit_cost = UnitPrice{number(0, 99'999)};
        booking.lot = lots[static_cast<std::size_t>(number(0, 2))];
        if (booking.lot == "A")
            booking.best_before = day("2026-08-01");
        note(booking, booked(store_, booking));
    }

    void note(const Booking& booking, const std::vector<Booked>& movements)
    {
        for (const auto& m : movements)
            model_.moves.push_back(
                {m.id, booking.location_id, m.lot, day_of(booking),
                 static_cast<int>(m.quantity.thousandths / 1000),
                 m.unit_cost ? std::optional(m.unit_cost->ten_thousandths) : std::nullopt,
                 booking.kind == MovementKind::transfer, booking.returns_id.value_or(0)});
    }

    /// What has to leave from which lots; nothing if it is not there.
    std::vector<std::pair<std::string, int>> expected(const Booking& booking, int wanted)
    {
        std::vector<std::pair<std::string, int>> parts;
        for (const auto& lot : lots) {
            const auto part =
                std::min(wanted, model_.free(booking.location_id, lot, day_of(booking), last_day));
            if (part > 0)
                parts.emplace_back(lot, part);
            wanted -= part;
        }
        return wanted == 0 ? parts : decltype(parts){};
    }

    void check_parts(const std::vector<std::pair<std::string, int>>& parts,
                     const std::vector<Booked>& out)
    {
        REQUIRE(out.size() == parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            REQUIRE(out[i].lot == parts[i].first);
            REQUIRE(out[i].quantity == whole(-parts[i].second));
        }
    }

    void issue()
    {
        const auto quantity = number(1, 9);
        auto booking = any_booking(-quantity);
        if (number(0, 9) == 0)
            booking.unit_cost = UnitPrice{number(0, 99'999)};
        const auto parts = expected(booking, quantity);
        if (parts.empty()) {
            ++refused;
            REQUIRE(throws(ErrorKind::rejected, [&] { booked(store_, booking); }));
            return;
        }
        const auto out = booked(store_, booking);
        check_parts(parts, out);
        note(booking, out);
    }

    void transfer()
    {
        const auto quantity = number(1, 9);
        auto booking = any_booking(-quantity);
        booking.kind = MovementKind::transfer;
        const auto to = booking.location_id == places_[0] ? places_[1] : places_[0];
        const Transfer wanted{product_, booking.location_id, to, whole(quantity), booking.at, "",
                              ""};
        const auto parts = expected(booking, quantity);
        if (parts.empty()) {
            ++refused;
            REQUIRE(throws(ErrorKind::rejected, [&] {
                Transaction transaction(store_);
                book_transfer(store_, wanted);
            }));
            return;
        }
        Transaction transaction(store_);
        const auto movements = book_transfer(store_, wanted);
        transaction.commit();
        REQUIRE(movements.size() == 2 * parts.size());
        for (std::size_t i = 0; i < movements.size(); i += 2) {
            REQUIRE(movements[i].lot == parts[i / 2].first);
            REQUIRE(movements[i].quantity == -movements[i + 1].quantity);
            note(booking, {movements[i]});
            auto in = booking;
            in.location_id = to;
            note(in, {movements[i + 1]});
        }
        std::ranges::sort(model_.moves, {}, &ModelMove::id); // all that left was recorded first
    }

    /// A movement that something may come back of, and how much at most.
    std::pair<ModelMove, int> returnable(bool went_out)
    {
        if (model_.moves.empty())
            return {};
        const auto most = static_cast<int>(model_.moves.size()) - 1;
        const auto& m = model_.moves[static_cast<std::size_t>(number(0, most))];
        if (m.transfer || m.returns != 0 || (m.quantity < 0) != went_out)
            return {};
        int left = std::abs(m.quantity);
        for (const auto& other : model_.moves)
            if (other.returns == m.id)
                left -= std::abs(other.quantity);
        return {m, left};
    }

    void bring_back()
    {
        const auto [original, most] = returnable(true);
        if (most == 0)
            return;
        auto booking = any_booking(number(1, most));
        booking.returns_id = original.id;
        const auto back = booked(store_, booking);
        REQUIRE(back.front().lot == original.lot);
        REQUIRE(back.front().unit_cost == price_of(original.cost));
        note(booking, back);
    }

    void send_back()
    {
        const auto [original, most] = returnable(false);
        if (most == 0)
            return;
        const auto quantity = number(1, most);
        auto booking = any_booking(-quantity);
        booking.returns_id = original.id;
        if (model_.free(booking.location_id, original.lot, day_of(booking), last_day) < quantity) {
            ++refused;
            REQUIRE(thrown([&] { booked(store_, booking); }));
            return;
        }
        note(booking, booked(store_, booking));
    }

    std::mt19937 random_;
    Store store_;
    std::array<std::int64_t, 2> places_;
    std::int64_t product_;
    StockModel model_;
};

} // namespace

TEST_CASE("stock: whatever is moved, levels, average and layers are those of a simple model")
{
    int refused = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Warehouse warehouse(seed);
        for (int i = 0; i < 200; ++i) {
            CAPTURE(i);
            warehouse.step();
            warehouse.compare();
        }
        refused += warehouse.refused;
    }
    CHECK(refused > 100); // else the rules were not tried
}
