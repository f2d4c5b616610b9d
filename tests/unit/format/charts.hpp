// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/chart.hpp"
#include "tests/unit/format/rows.hpp"

namespace crm::test
{

/// Four months compared with those before, one of them without a figure.
inline Chart four_months()
{
    return {.title = "Revenue by month",
            .subtitle = "net, invoiced",
            .unit = "EUR",
            .shape = ChartShape::columns,
            .value_name = "2026",
            .previous_name = "2025",
            .points = {{"2026-01", Money{1'600'000}, Money{800'000}},
                       {"2026-02", Money{1'234'567}, Money{0}},
                       {"2026-03", Money{1}, Cell()},
                       {"2026-04", Cell(), Money{1'000'000}}}};
}

/// Months of which some have more credit notes than invoices.
inline Chart months_below_zero()
{
    return {.title = "Revenue",
            .shape = ChartShape::columns,
            .points = {{"2026-01", Money{200'000}},
                       {"2026-02", Money{-100'000}},
                       {"2026-03", Money{-1}},
                       {"2026-04", Money{0}}}};
}

/// A value of the kind, up to ten million units, now and then nothing, zero or one cent.
inline Cell random_value(std::mt19937& random, Kind kind, bool below_zero)
{
    std::uniform_int_distribution<int> choice(0, 9);
    std::uniform_int_distribution<int> digits(0, 10);
    std::int64_t value = 1;
    switch (choice(random)) {
    case 0:
        return {};
    case 1:
        value = 0;
        break;
    case 2:
        break;
    default:
        for (auto left = digits(random); left > 0; --left)
            value = value * 10 + choice(random);
    }
    if (below_zero && choice(random) < 4)
        value = -value;
    switch (kind) {
    case Kind::money:
        return Money{value};
    case Kind::quantity:
        return Quantity{value};
    case Kind::percent:
        return Rate{value};
    default:
        return value;
    }
}

inline Chart random_chart(std::mt19937& random)
{
    constexpr std::array kinds = {Kind::money, Kind::quantity, Kind::percent, Kind::integer};
    const auto draw = [&random](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(0, most)(random);
    };
    Chart chart{.title = random_text(random), .subtitle = random_text(random)};
    chart.unit = draw(1) == 0 ? "EUR" : random_text(random);
    chart.shape = draw(1) == 0 ? ChartShape::bars : ChartShape::columns;
    chart.kind = kinds.at(draw(kinds.size() - 1));
    if (draw(1) == 0)
        chart.previous_name = "the year before, " + random_text(random);
    const bool below_zero = draw(1) == 0;
    for (auto left = draw(40); left > 0; --left) {
        auto label = draw(2) == 0 ? random_text(random) + std::string(draw(40), 'W')
                                  : fmt::format("{}-{:02}", 1990 + left / 12, 1 + left % 12);
        chart.points.push_back({std::move(label), random_value(random, chart.kind, below_zero),
                                random_value(random, chart.kind, below_zero)});
    }
    chart.most = draw(2) == 0 ? draw(10) : 0;
    return chart;
}

} // namespace crm::test
