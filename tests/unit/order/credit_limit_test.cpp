// SPDX-License-Identifier: MIT
#include "crm/order/credit_limit.hpp"
#include "tests/unit/openitems/documents.hpp"
#include "tests/unit/order/placing.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

std::string shown(const std::optional<Credit>& credit)
{
    return credit ? fmt::format("{}: {} + {} + {}", to_string(credit->limit),
                                to_string(credit->open_items), to_string(credit->open_orders),
                                to_string(credit->order))
                  : "none";
}

} // namespace

TEST_CASE("open items, open orders and the order together stay below the limit, gross")
{
    auto store = shop();
    CHECK(shown(credit_of(store, make_order(store, {"HY-100:4"}))) == "none");
    agree(store, limit_of(50'000));
    CHECK(shown(credit_of(store, make_order(store, {"HY-100:4"}))) ==
          "500.00: 0.00 + 0.00 + 59.50");
    auto order = confirmed(store, {"HY-100:8"});
    make_order(store, {"HY-100:100"}); // a draft binds nobody
    confirmed(store, {"HY-100:100"}, OrderKind::purchase);
    const auto next = [&] { return make_order(store, {"HY-100:4"}); };
    CHECK(shown(credit_of(store, next())) == "500.00: 0.00 + 119.00 + 59.50");
    order.lines[0].delivered = {4000};
    order.lines[0].invoiced = {4000};
    update(store, order);
    posted(store, invoice("2026-06-30", {line(5000)}));
    CHECK(shown(credit_of(store, next())) == "500.00: 59.50 + 59.50 + 59.50");
    // Up to the limit, not beyond: 119.00 are used, 381.00 are left.
    auto large = make_order(store, {"HY-100:25@12.80"}); // 380.80
    check_credit_limit(store, large);
    large.lines[0].price = {128'100}; // 381.10
    update(store, large);
    CHECK(throws(ErrorKind::rejected, [&] { check_credit_limit(store, large); }));
    CHECK(throws(ErrorKind::rejected, [&] { confirm_order(store, large, at_noon, false); }));
    Transaction transaction(store);
    confirm_order(store, large, at_noon, true);
    transaction.commit();
}

TEST_CASE("a limit counts what is in the currency of the books, the rest is named")
{
    auto store = shop();
    auto order = confirmed(store, {"HY-100:8"});
    CHECK_FALSE(doubt_about_credit(store, order));
    agree(store, limit_of(50'000));
    CHECK_FALSE(doubt_about_credit(store, order));
    change(store, "UPDATE order_head SET currency = 'CHF'");
    auto bill = invoice("2026-06-30", {line(100'000)});
    bill.currency = "USD";
    posted(store, bill);
    const auto next = make_order(store, {"HY-100:4"});
    CHECK(shown(credit_of(store, next)) == "500.00: 0.00 + 0.00 + 59.50");
    CHECK(doubt_about_credit(store, next) ==
          "the credit limit of 500.00 does not count other currencies: 119.00 CHF, 1190.00 USD");
    order = order_by_id(store, order.id);
    CHECK(shown(credit_of(store, order)) == "none");
    CHECK(doubt_about_credit(store, order) ==
          "the credit limit of 500.00 does not count other currencies: 119.00 CHF, 1190.00 USD");
}

TEST_CASE("a limit of the company covers its people")
{
    auto store = shop();
    agree(store, limit_of(10'000));
    confirmed(store, {"HY-100:4"});
    const auto order =
        make_order(store, {"HY-100:2"}, OrderStatus::draft, OrderKind::sale, today, 4);
    CHECK(shown(credit_of(store, order)) == "100.00: 0.00 + 59.50 + 29.75");
    CHECK(shown(credit_of(store, make_order(store, {"HY-100"}, OrderStatus::draft,
                                            OrderKind::purchase))) == "none");
}

} // namespace crm::test
