// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/chart_figures.hpp"
#include "crm/format/svg_canvas.hpp"

namespace crm
{

/// What the drawers of both shapes share.
struct SvgChart {
    const Chart& chart;
    const Figures& figures;
    Language language;
    SvgCanvas& canvas;

    static constexpr double margin = 12;
    static constexpr double small = 11; ///< font size of ticks and values

    [[nodiscard]] std::string full(std::int64_t value) const
    {
        return figure_text(value, chart.kind, language);
    }
    /// What shows when a bar is pointed at: "2026-08: 12,345.60 EUR".
    [[nodiscard]] std::string tip(const Figure& bar, std::int64_t value) const;
    [[nodiscard]] std::string previous_tip(const Figure& bar) const;
    [[nodiscard]] SvgLook look_of(std::int64_t value) const
    {
        return value < 0 ? SvgLook::below : SvgLook::value;
    }
};

/// Where values lie between the first and the last tick: 0 and 1.
class SvgScale
{
  public:
    explicit SvgScale(const std::vector<std::int64_t>& ticks)
        : first_(static_cast<double>(ticks.front())),
          range_(static_cast<double>(ticks.back()) - first_)
    {
    }

    [[nodiscard]] double operator()(std::int64_t value) const
    {
        return (static_cast<double>(value) - first_) / range_;
    }

  private:
    double first_;
    double range_;
};

/// These draw below `top` and return where the drawing ends.
double draw_svg_bars(const SvgChart& drawing, double top);
double draw_svg_columns(const SvgChart& drawing, double top);

} // namespace crm
