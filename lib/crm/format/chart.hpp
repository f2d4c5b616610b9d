// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace crm
{

/// What a chart compares: categories, one below the other, or times, one after the other.
enum class ChartShape {
    bars,    ///< customers, products: horizontal
    columns, ///< months, quarters, years: upright on paper; the terminal draws rows in any case
};

/// One bar. Both values are of the chart's kind: Money, Quantity, Rate or std::int64_t; nothing
/// where there is none (the margin of a month without revenue), which is not the same as 0.
struct ChartPoint {
    std::string label; ///< "2026-08", "Müller GmbH"
    Cell value = {};
    Cell previous = {}; ///< of the period before; only where the chart has a `previous_name`
};

/// What is drawn, whatever it is drawn on. All texts are already in the reader's language.
struct Chart {
    std::string title;         ///< "Revenue by month"
    std::string subtitle = {}; ///< what is counted and when: "net, invoiced, 2026-01-01 to today"
    std::string unit = {};     ///< behind the subtitle: "EUR"; empty for a plain number
    ChartShape shape = ChartShape::bars;
    Kind kind = Kind::money;             ///< money, quantity, percent or integer
    std::string value_name = {};         ///< for the legend: "2026"
    std::string previous_name = {};      ///< for the legend: "2025"; empty: nothing is compared
    std::vector<ChartPoint> points = {}; ///< in the order in which they are drawn
    /// Draws that many of the first points and sums up the rest, if it is more than one, as
    /// "others (n)"; 0 draws all. Rates have no sum: the bar of the others stays empty.
    std::size_t most = 0;
    bool without_sum = false; ///< nor do means, scores and figures of different things
};

/// The chart in at most `width` columns of a terminal (below 30 as if they were 30): a row for each
/// point with its label, its value and a bar, below it a thinner one for the period before; values
/// below zero to the left of an axis. Ends in a line break. Colours only where wanted.
std::string chart_text(const Chart& chart, int width, bool color);

/// The same as an SVG document of its own that may also stand within an HTML page: `width` pixels
/// wide, at least 300 (680 are the 180 mm between the margins of A4), as high as it needs to be,
/// without script, style sheet or reference to anything. Every colour is an attribute beside a
/// class (`value`, `below`, `previous`, `grid`, `axis`, `text`, `quiet`), so that a page can give
/// it its own.
std::string chart_svg(const Chart& chart, int width = 680);

/// The same without title and subtitle, which the page that it stands in has itself.
std::string chart_svg_for_page(const Chart& chart, int width);

} // namespace crm
