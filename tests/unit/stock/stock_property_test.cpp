// SPDX-License-Identifier: MIT
#include "crm/stock/list.hpp"
#include "crm/stock/reverse.hpp"
#include "crm/stock/stocked.hpp"
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

/// One product that is moved at random, beside its model.
class Warehouse
{
  public:
    /// Where all costs are known, what came costs what left and what is there.
    explicit Warehouse(unsigned seed)
        : random_(seed), all_known_(seed % 2 == 1),
          store_(Store::in_memory(acting())), places_{add_place(store_, "main"),
                                                      add_place(store_, "Halle 2")},
          product_(add_goods(store_, "M8"))
    {
    }

    void step()
    {
        switch (number(0, 11)) {
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
        case 8:
        case 9:
            return take_back();
        default:
            return send_back();
        }
    }

    void compare()
    {
        REQUIRE(stock_breaches(store_) == "");
        const auto kept = product_stock(store_, product_);
        REQUIRE(kept.on_hand == whole(model_.on_hand(last_day)));
        REQUIRE(kept.unit_cost == price_of(model_.sums(last_day).average));
        compare_worth();
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
    int taken_back = 0;

  private:
    /// Nothing that was paid is lost, however little of it a unit costs.
    void compare_worth()
    {
        if (!all_known_)
            return;
        const auto kept = kept_sums(store_, product_);
        REQUIRE(kept.worth.ten_millionths >= 0);
        REQUIRE(kept.worth + left_ == came_);
        if (kept.on_hand == Quantity{})
            REQUIRE(kept.worth == Worth{});
    }

    static std::optional<std::int64_t> plain(std::optional<Worth> worth)
    {
        return worth ? std::optional(stored(*worth)) : std::nullopt;
    }

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
        const auto sums = model_.sums(day_number);
        StockFilter filter;
        filter.as_of = date_of(day_number);
        filter.today = filter.as_of;
        list_stock(store_, filter, [&](const StockRow& row) {
            REQUIRE(row.on_hand == whole(stock));
            REQUIRE(row.unit_cost == price_of(sums.average));
            REQUIRE(row.value.has_value() == (sums.average || stock == 0));
            if (row.value && stock > 0)
                REQUIRE(row.value->cents == ModelMove::rounded(sums.positive(), 100'000));
            return true;
        });
        int rows = 0;
        list_values(store_, {filter.as_of, CostMethod::fifo, false}, [&](const ValueRow& row) {
            ++rows;
            const auto worth = model_.fifo(day_number);
            REQUIRE(row.value.has_value() == worth.has_value());
            if (worth)
                REQUIRE(std::abs(row.value->cents * 100'000 - *worth / StockModel::parts) <=
                        50'100); // half a cent, and the last digits of shares
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
        if (all_known_ || number(0, 19) > 0)
            booking.unit_cost = UnitPrice{number(0, 99'999)};
        booking.lot = lots[static_cast<std::size_t>(number(0, 2))];
        if (booking.lot == "A")
            booking.best_before = day("2026-08-01");
        const auto in = booked(store_, booking);
        if (booking.unit_cost)
            REQUIRE(in.front().worth == worth_of(booking.quantity, *booking.unit_cost));
        note(booking, in);
    }

    void note(const Booking& booking, const std::vector<Booked>& movements)
    {
        for (const auto& m : movements) {
            model_.moves.push_back({m.id, booking.location_id, m.lot, day_of(booking),
                                    static_cast<int>(m.quantity.thousandths / 1000), plain(m.worth),
                                    booking.kind == MovementKind::transfer,
                                    booking.returns_id.value_or(0),
                                    booking.kind == MovementKind::reversal});
            const auto worth = m.worth.value_or(Worth{});
            if (worth < Worth{})
                left_ -= worth;
            else
                came_ += worth;
        }
    }

    /// Whether what went out is worth what it has to be; before the model has heard of it.
    void check_worth(const Booking& booking, const std::vector<Booked>& out,
                     std::optional<std::int64_t> own)
    {
        const auto units = static_cast<int>(-booking.quantity.thousandths / 1000);
        const auto wanted = model_.worth_out(day_of(booking), last_day, units, own);
        Worth sum;
        for (const auto& m : out) {
            REQUIRE(m.worth.has_value() == wanted.has_value());
            sum -= m.worth.value_or(Worth{});
        }
        REQUIRE(sum == Worth{wanted.value_or(0)});
    }

    std::vector<std::pair<std::string, int>> expected(const Booking& booking, int wanted)
    {
        ModelMove move;
        move.place = booking.location_id;
        move.day = day_of(booking);
        move.quantity = wanted;
        return model_.taken(lots, move, last_day);
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

    /// Whether a worth of its own leaves less than a cent: more than there is is refused.
    bool takes_nearly_all(int quantity, std::int64_t own)
    {
        const auto books = kept_sums(store_, product_);
        const auto rest = books.on_hand - whole(quantity);
        return books.unit_cost && rest >= Quantity{} &&
               to_money(books.worth - Worth{own}) <= Money{};
    }

    void issue()
    {
        const auto quantity = number(1, 9);
        auto booking = any_booking(-quantity);
        std::optional<std::int64_t> own;
        if (number(0, 9) == 0) {
            booking.unit_cost = UnitPrice{number(0, 99'999)};
            own = quantity * 1000 * booking.unit_cost->ten_thousandths;
            if (takes_nearly_all(quantity, *own))
                return; // correction_test.cpp
        }
        const auto parts = expected(booking, quantity);
        if (parts.empty()) {
            ++refused;
            REQUIRE(throws(ErrorKind::rejected, [&] { booked(store_, booking); }));
            return;
        }
        const auto out = booked(store_, booking);
        check_parts(parts, out);
        check_worth(booking, out, own);
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
            REQUIRE(plain(movements[i].worth).value_or(0) ==
                    -plain(movements[i + 1].worth).value_or(0));
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
        REQUIRE(plain(back.front().worth) ==
                model_.worth_back(original, static_cast<int>(booking.quantity.thousandths / 1000)));
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
        const auto out = booked(store_, booking);
        check_worth(booking, out, model_.worth_back(original, quantity));
        note(booking, out);
    }

    void take_back()
    {
        const auto [original, most] = returnable(number(0, 1) == 1);
        const auto quantity = std::abs(original.quantity);
        if (most == 0 || most < quantity)
            return;
        Booking booking;
        booking.location_id = original.place;
        booking.quantity = whole(-original.quantity);
        booking.kind = MovementKind::reversal;
        booking.at.day = date_of(number(0, 1) == 0 ? original.day : number(original.day, last_day));
        booking.returns_id = original.id;
        const auto reverse = [&] {
            Transaction transaction(store_);
            auto booked = reverse_movement(store_, {original.id, booking.at.day, ""});
            transaction.commit();
            return booked;
        };
        if (original.quantity < 0)
            return note(booking, reverse());
        if (model_.free(original.place, original.lot, day_of(booking), last_day) < quantity ||
            (kept_sums(store_, product_).since && model_.needs(original, last_day))) {
            ++refused;
            REQUIRE(throws(ErrorKind::rejected, [&] { reverse(); }));
            return;
        }
        if (kept_sums(store_, product_).on_hand != whole(quantity) &&
            takes_nearly_all(quantity, original.worth.value_or(0)))
            return; // correction_test.cpp
        const auto out = reverse();
        check_worth(booking, out, original.worth);
        note(booking, out);
        ++taken_back;
    }

    std::mt19937 random_;
    bool all_known_;
    Store store_;
    std::array<std::int64_t, 2> places_;
    std::int64_t product_;
    StockModel model_;
    Worth came_; ///< what came in cost, also what came back
    Worth left_; ///< what went out was worth
};

} // namespace

TEST_CASE("stock: whatever is moved, levels, worth and layers are those of a simple model")
{
    int refused = 0;
    int taken_back = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Warehouse warehouse(seed);
        for (int i = 0; i < 200; ++i) {
            CAPTURE(i);
            warehouse.step();
            warehouse.compare();
        }
        refused += warehouse.refused;
        taken_back += warehouse.taken_back;
    }
    CHECK(taken_back > 20);
    CHECK(refused > 100); // else the rules were not tried
}
