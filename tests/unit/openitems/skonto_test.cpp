// SPDX-License-Identifier: MIT
#include "crm/openitems/skonto.hpp"
#include "tests/unit/openitems/documents.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("the steps of a document and the one that counts on a day")
{
    const auto steps = skonto_steps(parse_terms("3% 7, 2% 14, 30 net", Decimal::point),
                                    on("2026-06-01"), Money{238'000});
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].until == on("2026-06-08"));
    CHECK(steps[0].amount == Money{7'140});
    CHECK(skonto_on(steps, on("2026-06-08"), 0)->rate == Rate{300});
    CHECK(skonto_on(steps, on("2026-06-09"), 0)->rate == Rate{200});
    CHECK_FALSE(skonto_on(steps, on("2026-06-16"), 0));
    CHECK(skonto_on(steps, on("2026-06-16"), 1)->rate == Rate{200});
}

TEST_CASE("a discount is split by the rates, the remainder to the largest")
{
    const auto one = split_by_rate(Money{7'140}, {{{1900}, Money{200'000}, Money{38'000}}});
    REQUIRE(one.size() == 1);
    CHECK(one[0].net == Money{6'000});
    CHECK(one[0].tax == Money{1'140});
    const auto mixed = split_by_rate(Money{100}, {{{1900}, Money{1'000}, Money{190}},
                                                  {{700}, Money{1'000}, Money{70}},
                                                  {{0}, Money{1'000}, Money{0}}});
    Money sum;
    for (const auto& part : mixed)
        sum += part.net + part.tax;
    CHECK(sum == Money{100});
    CHECK(mixed[2].tax == Money{});
    CHECK(split_by_rate(Money{100}, {}).empty());
}

TEST_CASE("what a discount is worth a year: 2 % in 10 days, 30 net, are 37.2 %")
{
    CHECK(yearly_rate({{200}, 10}, 30) == Rate{3'724});
    CHECK(yearly_rate({{300}, 7}, 30) == Rate{4'908});
    CHECK_FALSE(yearly_rate({{200}, 30}, 30));
}

} // namespace crm::test
