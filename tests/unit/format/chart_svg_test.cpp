// SPDX-License-Identifier: MIT
#include "crm/format/chart_figures.hpp"
#include "crm/format/svg_canvas.hpp"
#include "tests/unit/format/charts.hpp"

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include <set>

namespace crm::test
{

namespace
{

pugi::xml_document parsed(const std::string& svg)
{
    pugi::xml_document document;
    const auto result = document.load_string(svg.c_str(), pugi::parse_full | pugi::parse_ws_pcdata);
    REQUIRE_MESSAGE(result, result.description());
    return document;
}

std::vector<std::string> texts_of(const std::string& svg)
{
    std::vector<std::string> texts;
    const auto document = parsed(svg);
    for (const auto& node : document.child("svg").children("text"))
        texts.emplace_back(node.text().get());
    return texts;
}

bool has_text(const std::string& svg, std::string_view text)
{
    return std::ranges::count(texts_of(svg), text) > 0;
}

/// The rectangles of a look, from left to right or top to bottom as they were drawn.
std::vector<pugi::xml_node> rectangles(const pugi::xml_document& document, std::string_view look)
{
    std::vector<pugi::xml_node> found;
    for (const auto& node : document.child("svg").children("rect"))
        if (node.attribute("class").value() == look)
            found.push_back(node);
    return found;
}

double number(const pugi::xml_node& node, const char* name)
{
    return node.attribute(name).as_double();
}

/// Left and right of a text where the font is as wide as it may be.
std::pair<double, double> span_of(const pugi::xml_node& text)
{
    const double width = svg_text_width(text.text().get(), number(text, "font-size"));
    const std::string_view anchor = text.attribute("text-anchor").value();
    const double x = number(text, "x");
    const double left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x;
    return {left, left + width};
}

void check_inside(const pugi::xml_node& svg)
{
    const double width = number(svg, "width");
    const double height = number(svg, "height");
    for (const auto& node : svg.children("rect")) {
        REQUIRE(number(node, "x") >= 0);
        REQUIRE(number(node, "y") >= 0);
        REQUIRE(number(node, "width") > 0);
        REQUIRE(number(node, "height") > 0);
        REQUIRE(number(node, "x") + number(node, "width") <= width + 0.1);
        REQUIRE(number(node, "y") + number(node, "height") <= height + 0.1);
    }
    for (const auto& node : svg.children("line"))
        for (const auto& [name, limit] : {std::pair("x1", width), std::pair("x2", width),
                                          std::pair("y1", height), std::pair("y2", height)}) {
            REQUIRE(number(node, name) >= 0);
            REQUIRE(number(node, name) <= limit);
        }
    for (const auto& node : svg.children("text")) {
        const auto [left, right] = span_of(node);
        CAPTURE(std::string(node.text().get()));
        REQUIRE(left >= -0.1);
        REQUIRE(right <= width + 0.1);
        REQUIRE(number(node, "y") <= height);
        REQUIRE(number(node, "y") >= number(node, "font-size") - 1);
    }
}

} // namespace

TEST_CASE("an SVG has its title as text, for eyes and for a screen reader")
{
    const auto svg = chart_svg(four_months());
    const auto document = parsed(svg);
    const auto root = document.child("svg");
    CHECK(root.attribute("role").value() == std::string("img"));
    CHECK(root.attribute("viewBox").value() ==
          fmt::format("0 0 680 {}", root.attribute("height").value()));
    CHECK(root.first_child().name() == std::string("title"));
    CHECK(root.child("title").text().get() == std::string("Revenue by month (net, invoiced, EUR)"));
    for (const auto* text : {"Revenue by month", "net, invoiced, EUR", "2026", "2025", "01", "04",
                             "0", "10,000", "16,000"})
        CHECK_MESSAGE(has_text(svg, text), text);
}

TEST_CASE("an SVG within a page has no title of its own to see")
{
    const auto svg = chart_svg_for_page(four_months(), 350);
    CHECK_FALSE(has_text(svg, "Revenue by month"));
    CHECK(has_text(svg, "2025"));
    CHECK(number(parsed(svg).child("svg"), "width") == 350);
    CHECK(svg.find("http") == svg.npos);
    CHECK(chart_svg(four_months()).starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" "));
}

TEST_CASE("columns are as high as their values, the period before thinner and lighter")
{
    const auto document = parsed(chart_svg(four_months()));
    auto values = rectangles(document, "value");
    auto previous = rectangles(document, "previous");
    values.erase(values.begin());     // the legend's
    previous.erase(previous.begin()); // the legend's
    REQUIRE(values.size() == 3);
    REQUIRE(previous.size() == 2);
    CHECK(number(values[0], "height") == doctest::Approx(2 * number(previous[0], "height")));
    CHECK(number(values[1], "height") / number(values[0], "height") ==
          doctest::Approx(12'345.67 / 16'000).epsilon(0.002));
    CHECK(number(values[2], "height") == 1); // a cent still shows
    CHECK(number(previous[0], "width") < number(values[0], "width"));
    CHECK(values[1].child("title").text().get() == std::string("2026-02: 12,345.67 EUR"));
    CHECK(previous[0].child("title").text().get() == std::string("2026-01 (2025): 8,000.00 EUR"));
}

TEST_CASE("a rate has its sign once")
{
    const auto document = parsed(chart_svg(
        {.title = "", .unit = "%", .kind = Kind::percent, .points = {{"a", Rate{1'250}}}}));
    CHECK(rectangles(document, "value")[0].child("title").text().get() == std::string("a: 12.5 %"));
}

TEST_CASE("columns below zero hang from the axis")
{
    const auto document = parsed(chart_svg(months_below_zero()));
    const auto above = rectangles(document, "value");
    const auto below = rectangles(document, "below");
    REQUIRE(above.size() == 1);
    REQUIRE(below.size() == 2);
    const double zero = number(above[0], "y") + number(above[0], "height");
    CHECK(number(below[0], "y") == doctest::Approx(zero));
    CHECK(number(above[0], "height") ==
          doctest::Approx(2 * number(below[0], "height")).epsilon(0.01));
}

TEST_CASE("bars below zero point to the left")
{
    auto chart = months_below_zero();
    chart.shape = ChartShape::bars;
    for (const int width : {680, 350}) {
        const auto document = parsed(chart_svg(chart, width));
        const auto above = rectangles(document, "value");
        const auto below = rectangles(document, "below");
        REQUIRE(below.size() == 2);
        CHECK(number(below[0], "x") + number(below[0], "width") ==
              doctest::Approx(number(above[0], "x")).epsilon(0.01));
        CHECK(number(above[0], "width") ==
              doctest::Approx(2 * number(below[0], "width")).epsilon(0.01));
        CHECK(has_text(chart_svg(chart, width), "-1,000.00"));
    }
}

TEST_CASE("the year stands once below its months, labels that have no room are left out")
{
    Chart chart{.title = "", .shape = ChartShape::columns};
    for (int month = 0; month < 36; ++month)
        chart.points.push_back(
            {fmt::format("{}-{:02}", 2024 + month / 12, month % 12 + 1), Money{100}});
    const auto texts = texts_of(chart_svg(chart, 350));
    for (const auto* year : {"2024", "2025", "2026"})
        CHECK(std::ranges::count(texts, year) == 1);
    CHECK(std::ranges::count(texts, "01") == 3);
    CHECK(std::ranges::count(texts, "02") == 0);
}

TEST_CASE("an SVG of nothing is a sentence")
{
    CHECK(texts_of(chart_svg({.title = "Revenue"})) ==
          std::vector<std::string>{"Revenue", "there are no figures to draw"});
}

TEST_CASE("labels are escaped and nothing is loaded or run")
{
    Chart chart{.title = "<script>alert(1)</script>", .unit = "\"&'"};
    chart.points = {{"<image href=\"http://a/b\"/>", Money{5}},
                    {"a\x01\xff\xEF\xBF\xBF", Money{4}}};
    const auto svg = chart_svg(chart);
    CHECK(has_text(svg, "<script>alert(1)</script>"));
    CHECK(has_text(svg, "<image href=\"http://a/b\"/>"));
    CHECK(has_text(svg, "a\\x01\\xff?"));
    std::set<std::string> elements;
    const auto document = parsed(svg);
    for (const auto& node : document.child("svg").children())
        elements.insert(node.name());
    CHECK(elements == std::set<std::string>{"line", "rect", "text", "title"});
}

TEST_CASE("everything is inside the drawing, whatever the data")
{
    std::mt19937 random(21);
    for (int round = 0; round < 300; ++round) {
        const auto chart = random_chart(random);
        for (const int width : {300, 350, 680, 1200}) {
            CAPTURE(round);
            CAPTURE(width);
            check_inside(parsed(chart_svg(chart, width)).child("svg"));
            check_inside(parsed(chart_svg_for_page(chart, width)).child("svg"));
        }
    }
}

} // namespace crm::test
