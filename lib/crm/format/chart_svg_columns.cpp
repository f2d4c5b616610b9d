// SPDX-License-Identifier: MIT
#include "crm/format/chart_svg.hpp"

#include <algorithm>
#include <cmath>

namespace crm
{

namespace
{

constexpr double plot_height = 220;
constexpr double value_height = 14; ///< of the values at the ends of the columns
constexpr double widest_column = 56;
constexpr int most_ticks = 8;

/// What stands below a column in two lines: "08" and "2026", "Q3" and "2026"; a year alone.
struct TimeLabel {
    std::string_view part;
    std::string_view whole;
};

TimeLabel split(std::string_view label)
{
    const auto dash = label.find('-');
    if (dash == std::string_view::npos || dash == 0 || dash + 1 == label.size())
        return {label, ""};
    return {label.substr(dash + 1), label.substr(0, dash)};
}

class Columns
{
  public:
    Columns(const SvgChart& drawing, double top)
        : drawing_(drawing), canvas_(drawing.canvas), top_(top),
          ticks_(axis_ticks(drawing.figures.low, drawing.figures.high, most_ticks)), scale_(ticks_)
    {
        measure();
    }

    double draw()
    {
        draw_ticks();
        double x = left_;
        for (const auto& bar : bars()) {
            draw_column(bar, x);
            x += slot_;
        }
        const double zero = y_of(0);
        canvas_.line(left_, zero, right_, zero, SvgLook::axis);
        return draw_labels();
    }

  private:
    [[nodiscard]] const std::vector<Figure>& bars() const { return drawing_.figures.bars; }

    [[nodiscard]] double y_of(std::int64_t value) const
    {
        return bottom_ - scale_(value) * plot_height;
    }

    void measure()
    {
        tick_texts_ = tick_texts(ticks_, drawing_.chart.kind, drawing_.language);
        double widest = 0;
        for (const auto& text : tick_texts_)
            widest = std::max(widest, svg_text_width(text, SvgChart::small));
        left_ = SvgChart::margin + widest + 6;
        right_ = canvas_.width() - SvgChart::margin;
        slot_ = (right_ - left_) / static_cast<double>(bars().size());
        with_values_ = !drawing_.figures.compared && values_fit();
        bottom_ = top_ + plot_height + (with_values_ ? value_height : 6);
    }

    [[nodiscard]] bool values_fit() const
    {
        return std::all_of(bars().begin(), bars().end(), [this](const Figure& bar) {
            return !bar.value ||
                   svg_text_width(short_text_of(*bar.value), SvgChart::small) + 2 <= slot_;
        });
    }

    [[nodiscard]] std::string short_text_of(std::int64_t value) const
    {
        return short_figure_text(value, drawing_.chart.kind, drawing_.language);
    }

    void draw_ticks()
    {
        for (std::size_t place = 0; place < ticks_.size(); ++place) {
            const double y = y_of(ticks_[place]);
            canvas_.line(left_, y, right_, y, SvgLook::grid);
            canvas_.text(
                left_ - 6, y + 4, tick_texts_[place],
                {.size = SvgChart::small, .anchor = SvgAnchor::end, .look = SvgLook::quiet});
        }
    }

    void draw_column(const Figure& bar, double slot_left)
    {
        const bool compared = drawing_.figures.compared;
        const double all = std::min(slot_ * 0.72, compared ? widest_column * 1.5 : widest_column);
        const double thin = compared ? all * 0.36 : 0;
        const double x = slot_left + (slot_ - all) / 2;
        if (bar.previous)
            draw_value(*bar.previous, x, thin, SvgLook::previous, drawing_.previous_tip(bar));
        if (!bar.value)
            return;
        draw_value(*bar.value, x + thin, all - thin, drawing_.look_of(*bar.value),
                   drawing_.tip(bar, *bar.value));
        if (with_values_)
            canvas_.text(slot_left + slot_ / 2,
                         y_of(*bar.value) + (*bar.value < 0 ? SvgChart::small + 1 : -4),
                         short_text_of(*bar.value),
                         {.size = SvgChart::small, .anchor = SvgAnchor::middle});
    }

    void draw_value(std::int64_t value, double x, double width, SvgLook look,
                    const std::string& tip)
    {
        if (value == 0)
            return;
        const double zero = y_of(0);
        const double height = std::max(std::abs(y_of(value) - zero), 1.0);
        canvas_.rectangle(x, value < 0 ? zero : zero - height, width, height, look, tip);
    }

    /// As many of the labels as have room, from the first on.
    double draw_labels()
    {
        const double y = bottom_ + SvgChart::small +
                         (with_values_ && drawing_.figures.low < 0 ? value_height : 6);
        double widest = 0;
        for (const auto& bar : bars())
            widest = std::max(widest, svg_text_width(split(bar.label).part, SvgChart::small));
        const auto every = static_cast<std::size_t>(std::ceil((widest + 4) / slot_));
        const double second_line = y + SvgChart::small + 4;
        double bottom = y;
        double second_line_free = 0;
        std::string_view whole;
        for (std::size_t place = 0; place < bars().size(); ++place) {
            const auto label = split(bars()[place].label);
            double x = left_ + slot_ * (static_cast<double>(place) + 0.5);
            if (place % every == 0)
                draw_label(x, y, label.part);
            const double half = svg_text_width(label.whole, SvgChart::small) / 2;
            x = std::max(x, left_ + half);
            if (label.whole == whole || x - half < second_line_free || x + half > right_)
                continue;
            whole = label.whole;
            second_line_free = x + half + 4;
            draw_label(x, second_line, whole);
            bottom = second_line;
        }
        return bottom;
    }

    void draw_label(double x, double y, std::string_view text)
    {
        const double room = std::min(x, canvas_.width() - x) * 2;
        canvas_.text(x, y, svg_cut(text, SvgChart::small, room),
                     {.size = SvgChart::small, .anchor = SvgAnchor::middle});
    }

    const SvgChart& drawing_;
    SvgCanvas& canvas_;
    double top_;
    std::vector<std::int64_t> ticks_;
    SvgScale scale_;
    std::vector<std::string> tick_texts_;
    double left_ = 0;
    double right_ = 0;
    double bottom_ = 0; ///< where the lowest tick is
    double slot_ = 0;   ///< the width of one point
    bool with_values_ = false;
};

} // namespace

double draw_svg_columns(const SvgChart& drawing, double top)
{
    return Columns(drawing, top).draw();
}

} // namespace crm
