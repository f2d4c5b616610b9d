// SPDX-License-Identifier: MIT
#include "crm/base/width.hpp"
#include "crm/format/chart_figures.hpp"
#include "tests/unit/format/charts.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace crm::test
{

namespace
{

std::vector<std::string> lines_of(const std::string& text)
{
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("a chart has a row for each value and a thinner one for the period before")
{
    CHECK(chart_text(four_months(), 38, false) == "Revenue by month\n"
                                                  "net, invoiced, EUR\n"
                                                  "█ 2026   ▀ 2025\n"
                                                  "\n"
                                                  "2026-01  16,000.00  ██████████████████\n"
                                                  "          8,000.00  ▀▀▀▀▀▀▀▀▀\n"
                                                  "2026-02  12,345.67  █████████████▉\n"
                                                  "              0.00\n"
                                                  "2026-03       0.01  ▏\n"
                                                  "2026-04\n"
                                                  "         10,000.00  ▀▀▀▀▀▀▀▀▀▀▀▘\n");
}

TEST_CASE("values below zero are drawn left of an axis, on the scale of the others")
{
    CHECK(chart_text(months_below_zero(), 33, false) == "Revenue\n"
                                                        "\n"
                                                        "2026-01   2,000.00      │████████\n"
                                                        "2026-02  -1,000.00  ████│\n"
                                                        "2026-03      -0.01     ▕│\n"
                                                        "2026-04       0.00      │\n");
}

TEST_CASE("a chart of nothing but values below zero has its axis at the right")
{
    Chart chart{.title = "Loss", .points = {{"a", Money{-400}}, {"b", Money{-100}}}};
    CHECK(chart_text(chart, 30, false) == "Loss\n"
                                          "\n"
                                          "a  -4.00  ███████████████████│\n"
                                          "b  -1.00                █████│\n");
}

TEST_CASE("each kind of value is written as people read it")
{
    Chart chart{.title = "Share", .kind = Kind::percent, .points = {{"a", Rate{1'250}}}};
    CHECK(chart_text(chart, 30, false).find("a  12.5 %  ███") != std::string::npos);
    chart.kind = Kind::quantity;
    chart.points = {{"a", Quantity{1'234'500}}};
    CHECK(chart_text(chart, 30, false).find("a  1,234.5  ███") != std::string::npos);
    chart.kind = Kind::integer;
    chart.points = {{"a", std::int64_t{1'234}}};
    CHECK(chart_text(chart, 30, false).find("a  1,234  ███") != std::string::npos);
}

TEST_CASE("what is beyond the wanted bars is summed up, but a single one is drawn")
{
    Chart chart{.title = "Customers", .points = {{"a", Money{900}}, {"b", Money{300}}}};
    chart.points.push_back({"c", Money{200}});
    chart.most = 2;
    CHECK(chart_text(chart, 30, false).find("c  2.00") != std::string::npos);
    chart.points.push_back({"d", Money{100}});
    const auto lines = lines_of(chart_text(chart, 40, false));
    REQUIRE(lines.size() == 5);
    CHECK(lines.back() == "others (2)  3.00  ███████▍");
    chart.kind = Kind::percent;
    for (auto& point : chart.points)
        point.value = Rate{100};
    CHECK(lines_of(chart_text(chart, 40, false)).back() == "others (2)");
    chart.kind = Kind::integer;
    for (auto& point : chart.points)
        point.value = std::int64_t{100};
    CHECK(lines_of(chart_text(chart, 40, false)).back().starts_with("others (2)  200  "));
    chart.without_sum = true;
    CHECK(lines_of(chart_text(chart, 40, false)).back() == "others (2)");
}

TEST_CASE("a chart of nothing and one of zeros say so")
{
    Chart chart{.title = "Revenue", .subtitle = "2026", .previous_name = "2025"};
    CHECK(chart_text(chart, 40, false) == "Revenue\n2026\n\nthere are no figures to draw\n");
    chart.points = {{"2026-01", Cell(), Cell()}};
    CHECK(chart_text(chart, 40, false) == "Revenue\n2026\n\nthere are no figures to draw\n");
    chart.points = {{"2026-01", Money{0}, Cell()}};
    CHECK(chart_text(chart, 40, false) == "Revenue\n2026\n\nall figures are 0\n");
}

TEST_CASE("colours only where they are wanted, and nothing in a label that a terminal obeys")
{
    auto chart = months_below_zero();
    chart.points.front().label = "\x1b[2J\n東京";
    CHECK(chart_text(chart, 60, false).find('\x1b') == std::string::npos);
    CHECK(chart_text(chart, 60, false).find("\\x1b[2J\\n東京") != std::string::npos);
    const auto colored = chart_text(chart, 60, true);
    CHECK(colored.starts_with("\x1b[1mRevenue\x1b[0m\n"));
    CHECK(colored.find("\x1b[31m███") != std::string::npos);
    CHECK(colored.find("\x1b[36m███") != std::string::npos);
}

TEST_CASE("a long label is cut so that the bar keeps its place")
{
    Chart chart{.title = "Customers", .unit = "EUR"};
    chart.points = {{"Müller & Söhne Maschinenbau GmbH & Co. KG", Money{123'456'789}}};
    CHECK(lines_of(chart_text(chart, 40, false)).back() ==
          "Müller & Söh…  1,234,567.89  ███████████");
}

TEST_CASE("every chart fits its width, ends its lines without blanks and writes each value in full")
{
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        const auto chart = random_chart(random);
        const auto figures = figures_of(chart);
        for (const int width : {40, 80, 200}) {
            const auto text = chart_text(chart, width, false);
            for (const auto& line : lines_of(text)) {
                REQUIRE(display_width(line) <= width);
                REQUIRE_FALSE(line.ends_with(' '));
            }
            for (const auto& bar : figures.bars)
                for (const auto& value : {bar.value, bar.previous})
                    if (value && !figures.nothing())
                        REQUIRE(text.find(figure_text(*value, chart.kind, Language::english)) !=
                                text.npos);
        }
    }
}

TEST_CASE("a longer bar is never that of a smaller value")
{
    std::mt19937 random(12);
    for (int round = 0; round < 100; ++round) {
        Chart chart{.title = "", .kind = Kind::integer};
        for (std::int64_t value : {1, 2, 10, 100, 1'000, 9'999})
            chart.points.push_back({"x", value * static_cast<std::int64_t>(1 + random() % 9)});
        std::ranges::sort(chart.points, {}, [](const ChartPoint& point) {
            return std::get<std::int64_t>(point.value);
        });
        const auto lines = lines_of(chart_text(chart, 60, false));
        for (std::size_t place = 2; place < lines.size(); ++place) {
            const auto full = [](const std::string& line) { return line.size(); };
            REQUIRE(full(lines[place - 1]) <= full(lines[place]));
        }
    }
}

TEST_CASE("ticks are round, enclose the values and are few")
{
    CHECK(axis_ticks(0, 1'234'567, 5) ==
          std::vector<std::int64_t>{0, 500'000, 1'000'000, 1'500'000});
    CHECK(axis_ticks(-3, 0, 5) == std::vector<std::int64_t>{-3, -2, -1, 0});
    CHECK(axis_ticks(-150, 420, 6) ==
          std::vector<std::int64_t>{-200, -100, 0, 100, 200, 300, 400, 500});
    CHECK(axis_ticks(0, 0, 5) == std::vector<std::int64_t>{0, 1});
    std::mt19937_64 random(13);
    for (int round = 0; round < 2'000; ++round) {
        const auto high = static_cast<std::int64_t>(random() >> (random() % 63 + 1));
        const auto low = -static_cast<std::int64_t>(random() >> (random() % 62 + 2));
        const int most = static_cast<int>(random() % 8 + 1);
        const auto ticks = axis_ticks(low, high, most);
        REQUIRE(ticks.size() >= 2);
        REQUIRE(ticks.size() <= static_cast<std::size_t>(most) + 2);
        REQUIRE(ticks.front() <= low);
        REQUIRE(ticks.back() >= high);
        REQUIRE(std::ranges::count(ticks, 0) == 1);
    }
}

TEST_CASE("the texts of ticks have the decimals that their step needs")
{
    using Texts = std::vector<std::string>;
    CHECK(tick_texts({0, 500'000, 1'000'000}, Kind::money, Language::english) ==
          Texts{"0", "5,000", "10,000"});
    CHECK(tick_texts({0, 50, 100}, Kind::money, Language::german) == Texts{"0,00", "0,50", "1,00"});
    CHECK(tick_texts({-50, 0, 50}, Kind::percent, Language::english) ==
          Texts{"-0.5 %", "0.0 %", "0.5 %"});
    CHECK(tick_texts({0, 2'500, 5'000}, Kind::quantity, Language::english) ==
          Texts{"0.0", "2.5", "5.0"});
}

TEST_CASE("a value where there is little room is rounded to whole units, but not to nothing")
{
    CHECK(short_figure_text(1'234'550, Kind::money, Language::english) == "12,346");
    CHECK(short_figure_text(-150, Kind::money, Language::english) == "-2");
    CHECK(short_figure_text(-3, Kind::money, Language::english) == "-0.03");
    CHECK(short_figure_text(1'250, Kind::percent, Language::german) == "13 %");
}

TEST_CASE("sums of others stay within the limits of numbers")
{
    const auto most = std::numeric_limits<std::int64_t>::max();
    Chart chart{.title = "", .kind = Kind::integer, .most = 1};
    chart.points = {{"a", most}, {"b", most}, {"c", most}};
    CHECK(figures_of(chart).bars.back().value == most);
    CHECK_FALSE(chart_text(chart, 80, false).empty());
    CHECK_FALSE(chart_svg(chart).empty());
}

} // namespace crm::test
