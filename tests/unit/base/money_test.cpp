// SPDX-License-Identifier: MIT
#include "crm/base/money.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>

namespace crm::test
{

namespace
{

constexpr auto point = Decimal::point;
constexpr auto comma = Decimal::comma;

std::int64_t cents(std::string_view text, Decimal decimal)
{
    return parse_money(text, decimal).cents;
}

bool refused(std::string_view text, Decimal decimal)
{
    return throws(ErrorKind::usage, [&] { parse_money(text, decimal); });
}

} // namespace

TEST_CASE("money with a decimal point")
{
    CHECK(cents("2380.00", point) == 238'000);
    CHECK(cents("2380", point) == 238'000);
    CHECK(cents("0.5", point) == 50);
    CHECK(cents("-12.34", point) == -1'234);
    CHECK(cents("+12.34", point) == 1'234);
    CHECK(cents("-0.01", point) == -1);
    CHECK(cents("1,234.56", point) == 123'456);
    CHECK(cents(" 12.50 ", point) == 1'250);
    CHECK(cents("12.50 €", point) == 1'250);
    CHECK(cents("12.50EUR", point) == 1'250);
    CHECK(cents("999999999999.99", point) == 99'999'999'999'999);
}

TEST_CASE("money with a decimal comma")
{
    CHECK(cents("1.234,56", comma) == 123'456);
    CHECK(cents("1234,56", comma) == 123'456);
    CHECK(cents("1.234", comma) == 123'400);
    CHECK(cents("1.234.567,8", comma) == 123'456'780);
    CHECK(cents("-0,05", comma) == -5);
    CHECK(cents("1.234,56\u00a0€", comma) == 123'456);
}

TEST_CASE("an amount that may mean a thousand times as much is refused")
{
    for (const auto* const text : {"1.234", "-1.234", "12.340", "999.999", "1.234 €", "1,234"})
        CHECK_MESSAGE(refused(text, point), text);
    CHECK(thrown([] { parse_money("1.234", point); })->what() ==
          std::string("'1.234' may mean 1234"));
    CHECK(thrown([] { parse_money("1.234", point); })->hint ==
          "write 1234 or 1.23, or read amounts with --decimal comma");
    CHECK(parse_money_in_file("1.230", point).cents == 123);
    CHECK(parse_money_in_file("1.234", comma).cents == 123'400);
    CHECK(parse_money_in_file("32.3800", point).cents == 3'238);
    CHECK(throws(ErrorKind::usage, [] { parse_money_in_file("1.234", point); }));
}

TEST_CASE("what is no amount is refused")
{
    for (const auto* const text :
         {"",         "-",         ".",       "€",           "1.",       ".5",   "1.2.3", "1..2",
          "1e3",      "--1",       "1-",      "12.345",      "1234.567", "0x10", "1 234", "1,23",
          "12,34.50", "1,2345.00", ",123.00", "1234,567.00", "$5",       "5 USD"})
        CHECK_MESSAGE(refused(text, point), text);
    for (const auto* const text :
         {"1.23", "1,234", "1.2345,00", "1234.567,00", "1,2,3", "12.34.567"})
        CHECK_MESSAGE(refused(text, comma), text);
    CHECK(refused("1000000000000", point));
    CHECK(refused("99999999999999999999999999", point));
    CHECK(cents("0000000000000000000001", point) == 100);
}

TEST_CASE("unit prices, quantities and rates are taken as written")
{
    CHECK(parse_unit_price("1.234", point).ten_thousandths == 12'340);
    CHECK(parse_unit_price("0,0125", comma).ten_thousandths == 125);
    CHECK(parse_unit_price("4.50 EUR", point).ten_thousandths == 45'000);
    CHECK(parse_quantity("1.234", point).thousandths == 1'234);
    CHECK(parse_quantity("1.234", comma).thousandths == 1'234'000);
    CHECK(parse_quantity("-1", point).thousandths == -1'000);
    CHECK(parse_rate("2.5", point).hundredths == 250);
    CHECK(parse_rate("19 %", point).hundredths == 1'900);
    CHECK(parse_rate("9,12%", comma).hundredths == 912);
    CHECK(throws(ErrorKind::usage, [] { parse_unit_price("1.23456", point); }));
    CHECK(throws(ErrorKind::usage, [] { parse_quantity("1.2345", point); }));
    CHECK(throws(ErrorKind::usage, [] { parse_rate("1.234", point); }));
    CHECK(throws(ErrorKind::usage, [] { parse_quantity("4 €", point); }));
}

TEST_CASE("each type has one text")
{
    CHECK(to_string(Money{238'000}) == "2380.00");
    CHECK(to_string(Money{-5}) == "-0.05");
    CHECK(to_string(Money{}) == "0.00");
    CHECK(to_string(Money{std::numeric_limits<std::int64_t>::min()}) == "-92233720368547758.08");
    CHECK(to_string(UnitPrice{15'000}) == "1.50");
    CHECK(to_string(UnitPrice{12'345}) == "1.2345");
    CHECK(to_string(UnitPrice{12'340}) == "1.234");
    CHECK(to_string(UnitPrice{-1}) == "-0.0001");
    CHECK(to_string(Quantity{4'000}) == "4");
    CHECK(to_string(Quantity{1'500}) == "1.5");
    CHECK(to_string(Quantity{-1'000}) == "-1");
    CHECK(to_string(Quantity{100'000}) == "100");
    CHECK(to_string(Quantity{1}) == "0.001");
    CHECK(to_string(Rate{1'900}) == "19");
    CHECK(to_string(Rate{250}) == "2.5");
    CHECK(to_string(Rate{}) == "0");
}

TEST_CASE("what is written is read back the same")
{
    std::mt19937_64 random(2);
    std::uniform_int_distribution<std::int64_t> any(-99'999'999'999'999, 99'999'999'999'999);
    for (int round = 0; round < 2'000; ++round) {
        const auto value = any(random) >> (round % 40);
        CHECK(parse_money(to_string(Money{value}), point) == Money{value});
        CHECK(parse_unit_price(to_string(UnitPrice{value}), point) == UnitPrice{value});
        CHECK(parse_quantity(to_string(Quantity{value}), point) == Quantity{value});
        CHECK(parse_rate(to_string(Rate{value}), point) == Rate{value});
    }
}

TEST_CASE("rounding is half away from zero")
{
    CHECK(round_half_away(5, 10) == 1);
    CHECK(round_half_away(-5, 10) == -1);
    CHECK(round_half_away(4, 10) == 0);
    CHECK(round_half_away(-4, 10) == 0);
    CHECK(round_half_away(15, 10) == 2);
    CHECK(round_half_away(25, 10) == 3);
    CHECK(round_half_away(-25, 10) == -3);
    CHECK(round_half_away(1, 3) == 0);
    CHECK(round_half_away(2, 3) == 1);
    CHECK(round_half_away(0, 7) == 0);
    CHECK(throws(ErrorKind::rejected, [] { round_half_away(Int128{1} << 100, 1); }));
}

TEST_CASE("a line's net is rounded once")
{
    CHECK(line_net({4'000}, {5'950'000}, {}) == Money{238'000});
    CHECK(line_net({1'500}, {3'333}, {}) == Money{50});
    CHECK(line_net({3'000}, {3'350}, {1'000}) == Money{90}); // 0.9045
    CHECK(line_net({1'000}, {50}, {}) == Money{1});          // 0.005
    CHECK(line_net({-1'000}, {50}, {}) == Money{-1});
    // 10 × 0.0449 = 0.449, less 50 %: 0.2245 is 0.22; rounding in between would give 0.23
    CHECK(line_net({10'000}, {449}, {5'000}) == Money{22});
    CHECK(line_net({1'000}, {1'000'000}, {10'000}) == Money{});
    CHECK(throws(ErrorKind::rejected, [] {
        const auto most = std::numeric_limits<std::int64_t>::max();
        line_net({most}, {most}, {-10'000});
    }));
}

TEST_CASE("the prompt payment discount of the textbook")
{
    const auto skonto = share({238'000}, {300}); // 2,380.00 incl. 19 %, 3 % of it
    CHECK(skonto == Money{7'140});
    const Money net{round_half_away(Int128{skonto.cents} * 10'000, 11'900)};
    CHECK(net == Money{6'000});
    CHECK(skonto - net == Money{1'140});
    CHECK(Money{238'000} - skonto == Money{230'860});
    CHECK(share({-250}, {1'900}) == Money{-48}); // 0.475
}

TEST_CASE("sums of money")
{
    Money sum;
    sum += Money{150};
    sum -= Money{50};
    CHECK(sum == Money{100});
    CHECK(-sum < Money{});
    CHECK(sum + Money{1} > sum);
    CHECK(Quantity{1'000} - Quantity{1'500} == Quantity{-500});
}

} // namespace crm::test
