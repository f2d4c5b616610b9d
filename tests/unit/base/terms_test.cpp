// SPDX-License-Identifier: MIT
#include "crm/base/terms.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <random>

namespace crm::test
{

TEST_CASE("terms are read with any blanks and written in one way")
{
    const auto terms = parse_terms("3% 7, 2% 14, 30 net", Decimal::point);
    REQUIRE(terms.steps.size() == 2);
    CHECK(terms.steps[0] == PaymentTerms::Step{Rate{300}, 7});
    CHECK(terms.steps[1] == PaymentTerms::Step{Rate{200}, 14});
    CHECK(terms.net_days == 30);
    CHECK(to_string(terms) == "3% 7, 2% 14, 30 net");
    CHECK(parse_terms("  3 %7,2.00%  14 ,30net ", Decimal::point) == terms);
    CHECK(to_string(parse_terms("14 net", Decimal::point)) == "14 net");
    CHECK(to_string(parse_terms("0 net", Decimal::point)) == "0 net");
    CHECK(to_string(parse_terms("2% 14, 14 net", Decimal::point)) == "2% 14, 14 net");
}

TEST_CASE("a decimal comma is told from the comma between steps")
{
    const auto terms = parse_terms("2,5% 10, 1,25 % 20, 30 net", Decimal::comma);
    CHECK(to_string(terms) == "2.5% 10, 1.25% 20, 30 net");
    CHECK(parse_terms("2.5% 10,1.25% 20,30 net", Decimal::point) == terms);
    // Whoever writes decimals with a comma sets the steps apart by a blank.
    CHECK(throws(ErrorKind::usage, [] { parse_terms("3% 10,30 net", Decimal::comma); }));
}

TEST_CASE("what is written otherwise is called wrong usage, with an example")
{
    for (const char* text :
         {"", "net", "prepaid", "30", "30 netto", "net 30", "3% 7", "3 7, 30 net", "% 7, 30 net",
          "3%, 30 net", "3% 7 30 net", "3% 7,, 30 net", "30 net, 3% 7", "-1 net", "1000 net",
          "3% 1.5, 30 net", "3.125% 7, 30 net", "3% 7, 30 net,", "3%% 7, 30 net"}) {
        CAPTURE(text);
        CHECK(throws(ErrorKind::usage, [&] { parse_terms(text, Decimal::point); }));
    }
    CHECK(thrown([] { parse_terms("bar", Decimal::point); })->hint.find("3% 7, 2% 14, 30 net") !=
          std::string::npos);
}

TEST_CASE("terms that make no sense are rejected")
{
    for (const char* text :
         {"2% 7, 3% 14, 30 net", "2% 7, 2% 14, 30 net", "3% 14, 2% 7, 30 net", "3% 7, 2% 7, 30 net",
          "0% 7, 30 net", "100% 7, 30 net", "-3% 7, 30 net", "3% 14, 10 net"}) {
        CAPTURE(text);
        CHECK(throws(ErrorKind::rejected, [&] { parse_terms(text, Decimal::point); }));
    }
}

TEST_CASE("written terms read back the same")
{
    std::mt19937 random(7);
    const auto below = [&](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    for (int round = 0; round < 500; ++round) {
        PaymentTerms terms;
        int days = below(10);
        for (int rate = 1 + below(1000); rate > 0 && below(4) > 0; rate -= 1 + below(300)) {
            terms.steps.push_back({Rate{rate}, days});
            days += 1 + below(20);
        }
        terms.net_days = days + below(60);
        CAPTURE(to_string(terms));
        CHECK(parse_terms(to_string(terms), Decimal::point) == terms);
    }
}

} // namespace crm::test
