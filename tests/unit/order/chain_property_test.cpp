// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/order/change.hpp"
#include "crm/order/delivered.hpp"
#include "crm/stock/count_entry.hpp"
#include "crm/stock/count_post.hpp"
#include "crm/stock/transfer.hpp"
#include "crm/switchboard/checks.hpp"
#include "tests/unit/order/chain_model.hpp"
#include "tests/unit/order/trading.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <random>
#include <vector>

namespace crm::test
{

namespace
{

/// One order line each of pumps, which go out of the first place and come into it; besides they are
/// received, issued, carried to the second place and counted. What is done to the orders and the
/// goods is done to the model, too.
class Trade
{
  public:
    explicit Trade(unsigned seed) : random_(seed)
    {
        Transaction transaction(store_);
        places_ = {
            {{find_location(store_, main_location).id, 100}, {add_location(store_, "Halle"), 0}}};
        store_.prepare("UPDATE product SET sku_key = :key WHERE id = 1")
            .bind(":key", natural_key("HY-100")) // by which it is counted
            .run();
        transaction.commit();
    }

    void step()
    {
        const auto choice = any(0, 15);
        if (choice > 9) {
            move_goods(choice);
            return;
        }
        if (orders_.empty() || choice == 0) {
            order();
            return;
        }
        auto& model = orders_[static_cast<std::size_t>(
            any(0, static_cast<std::int64_t>(orders_.size()) - 1))];
        if (choice <= 3)
            deliver(model);
        else if (choice == 4)
            take_back(model);
        else if (choice <= 6)
            invoice(model);
        else if (choice <= 8)
            credit(model, choice == 7);
        else if (any(0, 4) == 0)
            cancel(model);
    }

    void check()
    {
        std::int64_t reserved = 0;
        std::int64_t on_order = 0;
        Money receivable;
        Money payable;
        for (const auto& model : orders_) {
            check(model);
            (model.sale ? reserved : on_order) += model.line.open;
            (model.sale ? receivable : payable) += owed_[model.id];
        }
        const auto sums = product_stock(store_, pump);
        CHECK(sums.on_hand == pieces(places_[0].stock + places_[1].stock));
        for (const auto& place : places_)
            CHECK(on_hand(store_, pump, place.id) == pieces(place.stock));
        CHECK(sums.reserved == pieces(reserved));
        CHECK(sums.on_order == pieces(on_order));
        CHECK(open_amount(store_, 3, Side::receivable) == receivable);
        CHECK(open_amount(store_, 3, Side::payable) == payable);
    }

    void check_all()
    {
        run_checks(store_, all_checks(), [](const Breach& breach) {
            FAIL_CHECK((std::string(breach.check) + ": " + breach.text));
        });
    }

  private:
    std::int64_t any(std::int64_t least, std::int64_t most)
    {
        return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
    }

    void order()
    {
        OrderModel model;
        model.sale = any(0, 2) > 0;
        model.line.ordered = model.line.open = any(1, 20);
        auto line = order_line(pump, model.line.ordered, 0);
        line.price = {any(1, 4) == 1 ? any(10, 300) : any(10'000, 300'000)}; // also below a cent
        line.discount = {any(0, 2) * 1250};
        model.id = ordered(store_, model.sale ? OrderKind::sale : OrderKind::purchase, {line}).id;
        orders_.push_back(model);
    }

    Order read(const OrderModel& model) { return order_by_id(store_, model.id); }

    void move_goods(std::int64_t choice)
    {
        const auto place = static_cast<std::size_t>(any(0, 1));
        if (choice == 10)
            receive(places_[place]);
        else if (choice == 11)
            issue(places_[place]);
        else if (choice <= 13)
            transfer(places_[place], places_[1 - place]);
        else if (!count_)
            begin_count(place);
        else
            end_count();
    }

    /// Does something in a transaction and expects it to be refused unless it is possible.
    template<class Work>
    bool done(bool possible, const Work& work)
    {
        const auto refused = thrown([&] {
            Transaction transaction(store_);
            work();
            transaction.commit();
        });
        const std::string reason = refused ? refused->what() : "done";
        CAPTURE(reason);
        REQUIRE(refused.has_value() != possible);
        return possible;
    }

    void receive(Place& place)
    {
        auto wanted = booking(place, any(1, 9), day);
        wanted.unit_cost = UnitPrice{any(0, 99'999)};
        done(true, [&] { book(store_, wanted); });
        place.stock += wanted.quantity.thousandths / 1000;
    }

    void issue(Place& place)
    {
        const auto number = any(1, 9);
        if (done(number <= place.stock, [&] { book(store_, booking(place, -number, day)); }))
            place.stock -= number;
    }

    void transfer(Place& from, Place& to)
    {
        const auto number = any(1, 20);
        const Transfer wanted{pump, from.id, to.id, pieces(number), noon(day), "", ""};
        if (!done(number <= from.stock, [&] { book_transfer(store_, wanted); }))
            return;
        from.stock -= number;
        to.stock += number;
    }

    CountScope scope(std::size_t place) const
    {
        return {Location{places_[place].id, place == 0 ? "main" : "Halle"}, std::nullopt};
    }

    void begin_count(std::size_t place)
    {
        CountModel count{0, place, places_[place].stock};
        done(true, [&] { count.id = start_count(store_, scope(place), noon(day)); });
        done(false, [&] { start_count(store_, scope(place), noon(day)); });
        count_ = count;
    }

    /// The differences to the books of the freeze are posted, whatever moved since then.
    void end_count()
    {
        auto& stock = places_[count_->place].stock;
        const auto counted = std::max<std::int64_t>(0, count_->book + any(-4, 3));
        const auto where = scope(count_->place).location->name;
        done(true, [&] {
            CountedGoods goods;
            goods.sku = "HY-100";
            goods.location = where;
            goods.quantity = pieces(counted);
            CountEntries(store_, count_->id, {std::nullopt, noon(day), false}).enter(goods);
        });
        const auto left = stock + counted - count_->book;
        if (done(left >= 0, [&] { post_count(store_, count_->id, true, noon(day)); }))
            stock = left;
        else
            done(true, [&] { cancel_count(store_, count_->id, noon(day)); });
        count_.reset();
    }

    /// Whether that many may leave the place of the orders.
    bool enough(bool out, std::int64_t number) const { return !out || number <= places_[0].stock; }

    void deliver(OrderModel& model)
    {
        auto order = read(model);
        auto& line = model.line;
        const auto number = any(1, 12);
        const bool possible = number <= line.open + line.returned && enough(model.sale, number);
        const auto refused = thrown([&] { delivered(store_, order, {{1, pieces(number)}}, day); });
        REQUIRE(refused.has_value() != possible);
        if (!possible)
            return;
        const auto first = std::min(number, line.open);
        line.open -= first;
        line.returned -= number - first;
        line.to_invoice += number;
        places_[0].stock += model.sale ? -number : number;
    }

    void take_back(OrderModel& model)
    {
        auto order = read(model);
        auto& line = model.line;
        const auto number = any(1, 6);
        const bool possible =
            number <= line.to_invoice + line.credited && enough(!model.sale, number);
        const auto refused = thrown([&] { returned(store_, order, {{1, pieces(number)}}, day); });
        REQUIRE(refused.has_value() != possible);
        if (!possible)
            return;
        const auto first = std::min(number, line.to_invoice);
        line.to_invoice -= first;
        line.credited -= number - first;
        line.returned += number;
        places_[0].stock += model.sale ? number : -number;
    }

    void invoice(OrderModel& model)
    {
        auto order = read(model);
        auto& line = model.line;
        auto& part = line.to_invoice > 0 ? line.to_invoice : line.credited;
        Posted posted;
        const bool possible = part > 0;
        const auto refused = thrown([&] { posted = invoiced(store_, order, "2026-06-04", true); });
        REQUIRE(refused.has_value() != possible);
        if (!possible)
            return;
        line.invoiced += part;
        part = 0;
        owed_[model.id] += posted.document.gross();
        model.net += posted.document.net;
        for (const auto& each : posted.document.lines)
            model.to_credit[posted.document.id].push_back(each.quantity.thousandths / 1000);
    }

    void credit(OrderModel& model, bool with_goods)
    {
        if (model.to_credit.empty())
            return;
        auto& [id, left] = *model.to_credit.begin();
        auto order = read(model);
        const auto wanted = to_be_credited(left);
        std::int64_t number = 0;
        for (const auto& each : wanted)
            number += each.quantity.thousandths / 1000;
        if (!enough(!model.sale && with_goods, number))
            return;
        const auto invoice = document_by_id(store_, id);
        const auto credit = credited(store_, order, invoice, wanted, with_goods, day).document;
        owed_[model.id] -= credit.gross();
        model.net -= credit.net;
        auto& line = model.line;
        line.invoiced -= number;
        (with_goods ? line.returned : line.credited) += number;
        if (with_goods)
            places_[0].stock += model.sale ? number : -number;
        for (const auto& each : wanted)
            left[static_cast<std::size_t>(each.position) - 1] -= each.quantity.thousandths / 1000;
        const bool all = std::ranges::count(left, 0) == std::ssize(left);
        check_credits(invoice, all);
        if (all)
            model.to_credit.erase(model.to_credit.begin());
    }

    /// All that is left of an invoice, or a part of one of its lines.
    Wanted to_be_credited(const std::vector<std::int64_t>& left)
    {
        Wanted all;
        for (std::size_t place = 0; place < left.size(); ++place)
            if (left[place] > 0)
                all.push_back({static_cast<int>(place) + 1, pieces(left[place])});
        if (any(0, 2) == 0)
            return all;
        auto part = all[static_cast<std::size_t>(any(0, std::ssize(all) - 1))];
        part.quantity = pieces(any(1, part.quantity.thousandths / 1000));
        return {part};
    }

    /// Credit notes never give back more than the invoice was, and together just that.
    void check_credits(const Document& invoice, bool all)
    {
        auto query = store_.prepare(R"sql(
            SELECT sum(net), sum(tax_amount), min(net), min(tax_amount) FROM document
             WHERE corrects_id = :invoice)sql");
        query.bind(":invoice", invoice.id);
        REQUIRE(query.step());
        CHECK(query.money(0) <= invoice.net);
        CHECK(query.money(1) <= invoice.tax);
        CHECK(query.money(2) >= Money{});
        CHECK(query.money(3) >= Money{});
        CHECK((query.money(0) == invoice.net || !all));
        CHECK((query.money(1) == invoice.tax || !all));
    }

    void cancel(OrderModel& model)
    {
        auto order = read(model);
        if (model.line.open == 0)
            return;
        Transaction transaction(store_);
        cancel_order(store_, order, "zu spät", noon("2026-06-20"));
        transaction.commit();
        model.line.cancelled += model.line.open;
        model.line.open = 0;
    }

    void check(const OrderModel& model)
    {
        const auto& wanted = model.line;
        const auto order = read(model);
        const auto& line = order.lines.front();
        CHECK(line.open() == pieces(wanted.open));
        CHECK(line.delivered == pieces(wanted.out()));
        CHECK(line.invoiced == pieces(wanted.invoiced));
        CHECK(line.credited == pieces(wanted.credited));
        CHECK(line.returned == pieces(wanted.returned));
        CHECK(line.cancelled == pieces(wanted.cancelled));
        CHECK(model.net >= Money{});
        CHECK(model.net <= order.net);
        CHECK((model.net == order.net || wanted.invoiced < wanted.ordered)); // no cent is lost
        Quantity to_invoice;
        Quantity given_back;
        for (const auto& each : delivered_lines(store_, model.id)) {
            to_invoice += each.to_invoice();
            given_back += each.given_back();
            CHECK(each.given_back() >= Quantity{});
            CHECK(each.used_cost <= each.cost.value());
            if (each.to_invoice() + each.given_back() == Quantity{})
                CHECK(each.used_cost == each.cost.value()); // no cent is lost
        }
        CHECK(to_invoice == pieces(wanted.to_invoice));
        CHECK(given_back == pieces(wanted.credited));
    }

    /// All goods move on one day: what is there in the end is there on each later day.
    static constexpr const char* day = "2026-06-05";

    std::mt19937 random_;
    Store store_ = trading_company();
    std::vector<OrderModel> orders_;
    std::map<std::int64_t, Money> owed_;
    std::array<Place, 2> places_;
    std::optional<CountModel> count_;
};

} // namespace

TEST_CASE(
    "random chains of orders, movements and counts agree with a simple model after every step")
{
    constexpr int steps = 400;
    for (unsigned seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        Trade trade(seed);
        for (int i = 0; i < steps; ++i) {
            CAPTURE(i);
            trade.step();
            trade.check();
        }
        trade.check_all();
    }
}

} // namespace crm::test
