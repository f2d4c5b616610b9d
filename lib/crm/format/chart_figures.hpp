// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/written.hpp"
#include "crm/format/chart.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// A bar's values in the smallest unit of their kind: cents, thousandths, hundredths of a percent.
struct Figure {
    std::string label; ///< with nothing in it that a terminal obeys or XML does not know
    std::optional<std::int64_t> value;
    std::optional<std::int64_t> previous;
};

/// A chart's bars as they are drawn.
struct Figures {
    std::vector<Figure> bars;
    bool compared = false; ///< there are previous values
    std::int64_t low = 0;  ///< the least value, at most 0
    std::int64_t high = 0; ///< the greatest value, at least 0

    [[nodiscard]] bool nothing() const { return low == 0 && high == 0; }
};

/// The bars of a chart, the rest beyond `most` summed up.
Figures figures_of(const Chart& chart);

/// The sentence that stands where there is no bar to draw.
std::string no_bars(const Figures& figures);

/// A value in full as people read it: `12,345.60`, `4.5`, `12.5 %`.
std::string figure_text(std::int64_t value, Kind kind, Language language);

/// A value in whole units, where there is little room: `12,346`, `13 %`; below one unit in full.
std::string short_figure_text(std::int64_t value, Kind kind, Language language);

/// The names of both values for the legend.
std::string value_name(const Chart& chart);

/// What an axis shows: multiples of one step of 1, 2 or 5 times a power of ten, the first at or
/// below `low`, the last at or above `high`; at most `most` + 2 of them, at least two. The step of
/// an `integer` is at least 1.
std::vector<std::int64_t> axis_ticks(std::int64_t low, std::int64_t high, int most);

/// The texts of ticks, all with the same decimals.
std::vector<std::string> tick_texts(const std::vector<std::int64_t>& ticks, Kind kind,
                                    Language language);

} // namespace crm
