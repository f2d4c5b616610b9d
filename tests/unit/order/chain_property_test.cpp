// SPDX-License-Identifier: MIT
#include "crm/order/change.hpp"
#include "crm/order/delivered.hpp"
#include "crm/switchboard/checks.hpp"
#include "tests/unit/order/trading.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

namespace crm::test
{

namespace
{

/// What a line of an order is, in pieces, as a child would count them.
struct LineModel {
    std::int64_t ordered = 0;
    std::int64_t open = 0;
    std::int64_t to_invoice = 0;
    std::int64_t invoiced = 0;
    std::int64_t credited = 0;
    std::int64_t returned = 0;
    std::int64_t cancelled = 0;

    [[nodiscard]] std::int64_t out() const { return to_invoice + invoiced + credited; }
};

struct OrderModel {
    std::int64_t id = 0;
    bool sale = true;
    LineModel line;
    std::map<std::int64_t, std::int64_t> to_credit; ///< by invoice
};

/// One order line each of pumps: what is done to the orders is done to the model, too.
class Trade
{
  public:
    explicit Trade(unsigned seed) : random_(seed) {}

    void step()
    {
        const auto choice = any(0, 9);
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
        CHECK(sums.on_hand == pieces(stock_));
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
        model.id = ordered(store_, model.sale ? OrderKind::sale : OrderKind::purchase,
                           {order_line(pump, model.line.ordered, any(100, 3000))})
                       .id;
        orders_.push_back(model);
    }

    Order read(const OrderModel& model) { return order_by_id(store_, model.id); }

    /// Whether that many may leave the stock.
    bool enough(bool out, std::int64_t number) const { return !out || number <= stock_; }

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
        stock_ += model.sale ? -number : number;
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
        stock_ += model.sale ? number : -number;
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
        for (const auto& each : posted.document.lines)
            model.to_credit[posted.document.id] += each.quantity.thousandths / 1000;
    }

    void credit(OrderModel& model, bool with_goods)
    {
        if (model.to_credit.empty())
            return;
        auto& [id, left] = *model.to_credit.begin();
        auto order = read(model);
        if (!enough(!model.sale && with_goods, left) || left == 0)
            return;
        const auto document = document_by_id(store_, id);
        const auto credit = credited(store_, order, document, {}, with_goods, day).document;
        owed_[model.id] -= credit.gross();
        auto& line = model.line;
        line.invoiced -= left;
        (with_goods ? line.returned : line.credited) += left;
        if (with_goods)
            stock_ += model.sale ? left : -left;
        model.to_credit.erase(model.to_credit.begin());
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
    std::int64_t stock_ = 100;
};

} // namespace

TEST_CASE("random chains of orders agree with a simple model after every step")
{
    constexpr int steps = 250;
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
