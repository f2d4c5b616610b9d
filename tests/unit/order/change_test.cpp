// SPDX-License-Identifier: MIT
#include "crm/order/chain.hpp"
#include "crm/order/change.hpp"
#include "tests/unit/order/placing.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// Runs a change in a transaction of its own.
template<class Change>
void in_transaction(Store& store, Change change)
{
    Transaction transaction(store);
    change();
    transaction.commit();
}

std::string last_entry(Store& store)
{
    LogRow last;
    list_log(store, {}, [&](const LogRow& row) {
        last = row;
        return false;
    });
    return fmt::format("{} {} {}: {}", last.channel, last.order, last.company_number, last.subject);
}

/// Does one of six things to an order; returns the order that a quote became.
std::optional<std::int64_t> act(Store& store, Order& order, std::size_t choice,
                                const std::string& line)
{
    switch (choice) {
    case 0:
        confirm_order(store, order, at_noon, false);
        break;
    case 1:
        return accept_quote(store, order, today, at_noon, false).id;
    case 2:
        cancel_order(store, order, "x", at_noon);
        break;
    case 3:
        lose_quote(store, order, "x", at_noon);
        break;
    case 4:
        check_open_to_change(order);
        if (!order.lines.empty())
            order.lines.erase(order.lines.begin());
        update_order(store, order);
        break;
    default:
        check_open_to_change(order);
        add_lines(store, order, std::vector{parse_line(line, Decimal::point)});
        update_order(store, order);
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("a confirmed order makes a customer and leaves an entry in the log")
{
    auto store = shop();
    const auto order = confirmed(store, {"HY-100:4"});
    CHECK(order.status == OrderStatus::confirmed);
    CHECK(order_by_id(store, order.id).confirmed_on == today);
    CHECK(read_values(store, 3).text(Field::customer) == "yes");
    CHECK(read_values(store, 3).text(Field::supplier) != "yes");
    CHECK(last_entry(store) ==
          "system AU2026-00001 10002: order AU2026-00001 confirmed, 50.00 EUR");
    confirmed(store, {"HY-100"}, OrderKind::purchase);
    CHECK(read_values(store, 3).text(Field::supplier) == "yes");
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("a quote becomes an order that refers back to it")
{
    auto store = shop();
    auto quote = make_order(store, {"HY-100:4-15%", "HY-200"}, OrderStatus::quote);
    change(store, "UPDATE product SET price = 990000 WHERE id = 2");
    Order order;
    in_transaction(store, [&] {
        order = accept_quote(store, quote, today + std::chrono::days(1), at_noon, false);
    });
    CHECK(order.number == "AU2026-00001");
    CHECK(order.date == today + std::chrono::days(1));
    CHECK(order.net == Money{4250 + 9999}); // the prices of the quote
    CHECK(order.quote_id == quote.id);
    CHECK(order_by_id(store, quote.id).status == OrderStatus::accepted);
    CHECK(last_entry(store).ends_with("quote AN2026-00001 accepted as order AU2026-00001, "
                                      "142.49 EUR"));
    CHECK(chain_of(store, "AN2026-00001").became == "AU2026-00001");
    CHECK(chain_of(store, "AU2026-00001").quote == "AN2026-00001");
    CHECK(throws(ErrorKind::rejected, [&] { accept_quote(store, quote, today, at_noon, false); }));
    CHECK(throws(ErrorKind::rejected, [&] { lose_quote(store, quote, "Preis", at_noon); }));
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("a lost quote says why")
{
    auto store = shop();
    auto quote = make_order(store, {"HY-100"}, OrderStatus::quote);
    CHECK(throws(ErrorKind::rejected, [&] { confirm_order(store, quote, at_noon, false); }));
    CHECK(throws(ErrorKind::rejected, [&] { cancel_order(store, quote, "x", at_noon); }));
    in_transaction(store, [&] { lose_quote(store, quote, "zu teuer", at_noon); });
    CHECK(order_by_id(store, quote.id).reason == "zu teuer");
    CHECK(last_entry(store).ends_with("quote AN2026-00001 lost, 12.50 EUR: zu teuer"));
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("what is not delivered can be cancelled, once")
{
    auto store = shop();
    auto order = confirmed(store, {"HY-100:10", "HY-200"});
    order.lines[0].delivered = {4000};
    update(store, order);
    in_transaction(store, [&] { cancel_order(store, order, "Projekt beendet", at_noon); });
    CHECK(order.status == OrderStatus::delivered);
    CHECK(order.lines[0].cancelled == Quantity{6000});
    CHECK(last_entry(store).ends_with("the rest of order AU2026-00001 cancelled: Projekt beendet"));
    CHECK(throws(ErrorKind::rejected, [&] { cancel_order(store, order, "x", at_noon); }));
    auto draft = make_order(store, {"HY-100"});
    in_transaction(store, [&] { cancel_order(store, draft, "Irrtum", at_noon); });
    CHECK(draft.status == OrderStatus::cancelled);
    CHECK(throws(ErrorKind::rejected, [&] { confirm_order(store, draft, at_noon, false); }));
    CHECK(throws(ErrorKind::rejected, [&] { check_open_to_change(draft); }));
}

TEST_CASE("an order without lines binds nobody")
{
    auto store = shop();
    auto draft = make_order(store, {});
    auto quote = make_order(store, {}, OrderStatus::quote);
    CHECK(throws(ErrorKind::rejected, [&] { confirm_order(store, draft, at_noon, false); }));
    CHECK(throws(ErrorKind::rejected, [&] { accept_quote(store, quote, today, at_noon, false); }));
}

TEST_CASE("an order is for its contact or somebody who works there")
{
    auto store = shop();
    auto order = order_for(store, OrderKind::sale, contact_by_id(store, 3), today);
    set_person(store, order, contact_by_id(store, 4));
    CHECK(order.person_id == 4);
    CHECK(throws(ErrorKind::rejected, [&] { set_person(store, order, contact_by_id(store, 2)); }));
    order = order_for(store, OrderKind::sale, contact_by_id(store, 4), today);
    set_person(store, order, contact_by_id(store, 4));
    change(store, "UPDATE contact SET manager_id = 2 WHERE id = 3");
    CHECK(order_for(store, OrderKind::sale, contact_by_id(store, 4), today).manager_id == 2);
}

TEST_CASE("whatever is done to orders in whatever sequence, all checks hold")
{
    auto store = shop();
    std::mt19937 random(4);
    const auto below = [&](std::size_t n) { return random() % n; };
    const std::vector<std::string> skus = {"HY-100", "HY-200", "FA-1"};
    const auto a_line = [&] { return skus[below(3)] + ':' + std::to_string(1 + below(9)); };
    std::vector<std::int64_t> ids;
    for (int step = 0; step < 600; ++step) {
        if (ids.empty() || below(4) == 0) {
            ids.push_back(make_order(store, {a_line(), a_line()},
                                     below(3) == 0 ? OrderStatus::quote : OrderStatus::draft,
                                     below(2) == 0 ? OrderKind::sale : OrderKind::purchase,
                                     today - std::chrono::days(below(500)), 3 + below(2) % 2)
                              .id);
            continue;
        }
        auto order = order_by_id(store, ids[below(ids.size())]);
        try {
            Transaction transaction(store);
            if (const auto made = act(store, order, below(6), a_line()))
                ids.push_back(*made);
            transaction.commit();
        } catch (const Error& refused) {
            CHECK(refused.kind == ErrorKind::rejected);
        }
        if (step % 20 == 0)
            CHECK(breaches(store) == Lines{});
    }
    CHECK(breaches(store) == Lines{});
}

} // namespace crm::test
