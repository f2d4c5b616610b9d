// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/line_payment.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Items = std::vector<LineItem>;
using Taken = std::vector<bool>;

/// 2380.00 and 3570.00 less 3 %.
const Items two = {{1, {238'000}, {7'140}}, {2, {357'000}, {10'710}}};

} // namespace

TEST_CASE("documents come to an amount without a discount, with all, or with some")
{
    CHECK(discounts_for(two, {595'000}).value().taken == Taken{false, false});
    CHECK(discounts_for(two, {577'150}).value().taken == Taken{true, true});
    CHECK(discounts_for(two, {584'290}).value().taken == Taken{false, true});
    CHECK(discounts_for(two, {584'290}).value().only);
    CHECK(!discounts_for(two, {577'151}));
    CHECK(!discounts_for(two, {0}));
}

TEST_CASE("two choices that come to the same are not sure")
{
    const Items alike = {{1, {119'000}, {3'570}}, {2, {119'000}, {3'570}}};
    const auto found = discounts_for(alike, {234'430}).value();
    CHECK(!found.only);
    CHECK(found.taken == Taken{true, false});
    CHECK(discounts_for(alike, {230'860}).value().only);
}

TEST_CASE("beside a credit no discount is looked for")
{
    const Items items = {{1, {238'000}, {7'140}}, {2, {-119'000}, {}}};
    CHECK(discounts_for(items, {119'000}).value().taken == Taken{false, false});
    CHECK(!discounts_for(items, {111'860}));
}

TEST_CASE("a discount of all that is open, or more, is none")
{
    const Items items = {{1, {7'140}, {7'140}}};
    CHECK(!discounts_for(items, {0}));
    CHECK(discounts_for(items, {7'140}));
}

TEST_CASE("of many documents all with a discount are found, and none")
{
    const Items many(40, {1, {10'000}, {300}});
    CHECK(discounts_for(many, {400'000}).value().taken == Taken(40, false));
    CHECK(discounts_for(many, {388'000}).value().taken == Taken(40, true));
}

} // namespace crm::test
