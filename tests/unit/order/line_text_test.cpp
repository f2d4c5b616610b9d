// SPDX-License-Identifier: MIT
#include "crm/order/line_text.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <random>

namespace crm::test
{

namespace
{

LineText line(const std::string& sku, std::int64_t thousandths,
              std::optional<std::int64_t> price = std::nullopt,
              std::optional<std::int64_t> discount = std::nullopt)
{
    LineText text;
    text.sku = sku;
    text.quantity = {thousandths};
    if (price)
        text.price = UnitPrice{*price};
    if (discount)
        text.discount = Rate{*discount};
    return text;
}

LineText read(const char* text)
{
    return parse_line(text, Decimal::point);
}

} // namespace

TEST_CASE("a line is read from the right")
{
    CHECK(read("HY-100") == line("HY-100", 1000));
    CHECK(read("HY-100:4") == line("HY-100", 4000));
    CHECK(read(" HY-100:1.5 ") == line("HY-100", 1500));
    CHECK(read("HY-100@12.50") == line("HY-100", 1000, 125'000));
    CHECK(read("HY-100:4@0.0125") == line("HY-100", 4000, 125));
    CHECK(read("HY-100-10%") == line("HY-100", 1000, {}, 1000));
    CHECK(read("HY-100:4@12.50-2.5%") == line("HY-100", 4000, 125'000, 250));
    CHECK(read("HY-100:4-100%") == line("HY-100", 4000, {}, 10'000));
    CHECK(parse_line("HY-100:1,5@12,50-2,5%", Decimal::comma) ==
          line("HY-100", 1500, 125'000, 250));
}

TEST_CASE("a SKU may have any of the signs")
{
    CHECK(read("M8:20:3") == line("M8:20", 3000));
    CHECK(read("A@B:3") == line("A@B", 3000));
    CHECK(read("A@5:3@7") == line("A@5", 3000, 70'000));
    CHECK(read("DIN:912:M8") == line("DIN:912:M8", 1000));
    CHECK(read("ALC-70%:1") == line("ALC-70%", 1000));
    CHECK(read("ALC-x%") == line("ALC-x%", 1000));
    CHECK(read("A--5%") == line("A-", 1000, {}, 500));
    // The order of the parts counts: here the price belongs to the SKU.
    CHECK(read("A@3:2") == line("A@3", 2000));
}

TEST_CASE("what looks like a number and is none leaves a doubt")
{
    CHECK(read("A:0.0001").doubt == "'0.0001' is not a number with at most 3 decimals");
    CHECK(read("A:1@1.23456").doubt == "'1.23456' is not a number with at most 4 decimals");
    CHECK(read("A:7@1-12.345%").doubt == "'12.345%' is not a number with at most 2 decimals");
    CHECK(read("A:1,5").doubt == "'1,5' is not a number with at most 3 decimals");
    for (const char* sku : {"A", "A:1@2-3%", "DIN:912:M8", "A@B:3", "ALC-x%"})
        CHECK_MESSAGE(read(sku).doubt.empty(), sku);
}

TEST_CASE("lines that make no sense are refused")
{
    for (const char* text : {"", "  ", ":4", "@5", "-10%", ":4@5-10%"})
        CHECK_MESSAGE(throws(ErrorKind::usage, [&] { read(text); }), text);
    for (const char* text : {"A:0", "A:-1", "A@-1", "A-101%"})
        CHECK_MESSAGE(throws(ErrorKind::rejected, [&] { read(text); }), text);
}

TEST_CASE("what is written is read again, whatever the SKU")
{
    std::mt19937 random(20260630);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const std::string signs = "A1:@-%. ";
    for (int round = 0; round < 20'000; ++round) {
        LineText text;
        text.sku = "x";
        for (int i = below(8); i > 0; --i)
            text.sku += signs[static_cast<std::size_t>(below(8))];
        if (text.sku.ends_with(' '))
            text.sku += '5';
        text.quantity = {1 + below(5'000'000)};
        if (below(2) == 0)
            text.price = UnitPrice{below(100'000'000)};
        if (below(2) == 0)
            text.discount = Rate{below(10'001)};
        CHECK(parse_line(to_string(text), Decimal::point) == text);
    }
}

} // namespace crm::test
