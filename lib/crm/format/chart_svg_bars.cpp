// SPDX-License-Identifier: MIT
#include "crm/format/chart_svg.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr double label_size = 12;
constexpr double thick = 13; ///< of a bar
constexpr double thin = 7;   ///< of the one of the period before
constexpr double text_gap = 6;
/// Narrower drawings have the labels above the bars.
constexpr double least_beside = 480;

class Bars
{
  public:
    Bars(const SvgChart& drawing, double top)
        : drawing_(drawing), canvas_(drawing.canvas), top_(top),
          above_(canvas_.width() < least_beside)
    {
        measure();
    }

    double draw()
    {
        const double bottom = top_ + row_height() * static_cast<double>(bars().size());
        draw_grid(bottom, SvgLook::grid, ticks_);
        double y = top_;
        for (const auto& bar : bars()) {
            draw_bar(bar, y);
            y += row_height();
        }
        draw_grid(bottom, SvgLook::axis, {0});
        draw_tick_texts(bottom + 4 + SvgChart::small);
        return bottom + 4 + SvgChart::small;
    }

  private:
    [[nodiscard]] const std::vector<Figure>& bars() const { return drawing_.figures.bars; }

    [[nodiscard]] double row_height() const
    {
        return (above_ ? label_size + 4 : 0) + thick + (drawing_.figures.compared ? thin : 0) + 9;
    }

    [[nodiscard]] double x_of(std::int64_t value) const
    {
        return left_ + scale_(value) * (right_ - left_);
    }

    /// The columns of labels, of values below zero, of bars, of values above zero.
    void measure()
    {
        double widest_label = 0;
        double widest_value = 0;
        for (const auto& bar : bars()) {
            widest_label = std::max(widest_label, svg_text_width(bar.label, label_size));
            for (const auto& value : {bar.value, bar.previous})
                if (value)
                    widest_value = std::max(widest_value,
                                            svg_text_width(drawing_.full(*value), SvgChart::small));
        }
        label_width_ = above_ ? canvas_.width() - 2 * SvgChart::margin
                              : std::min(widest_label, canvas_.width() * 0.36);
        const double beside = widest_value + text_gap;
        left_ = SvgChart::margin + (above_ ? 0 : label_width_ + 8) +
                (drawing_.figures.low < 0 ? beside : 0);
        const bool any_right = std::any_of(bars().begin(), bars().end(),
                                           [](const Figure& bar) { return bar.value >= 0; });
        right_ = canvas_.width() - SvgChart::margin -
                 (any_right || drawing_.figures.high > 0 ? beside : 0);
        choose_ticks();
    }

    /// As many ticks as have room for their texts.
    void choose_ticks()
    {
        for (int most = 8;; --most) {
            ticks_ = axis_ticks(drawing_.figures.low, drawing_.figures.high, most);
            tick_texts_ = tick_texts(ticks_, drawing_.chart.kind, drawing_.language);
            double widest = 0;
            for (const auto& text : tick_texts_)
                widest = std::max(widest, svg_text_width(text, SvgChart::small));
            const double room = (right_ - left_) / static_cast<double>(ticks_.size() - 1);
            if (widest + 8 <= room || most == 1)
                break;
        }
        scale_ = SvgScale(ticks_);
    }

    /// Lines from top to bottom, but not through labels that stand above their bars.
    void draw_grid(double bottom, SvgLook look, const std::vector<std::int64_t>& values)
    {
        const double height = above_ ? row_height() : bottom - top_;
        const double head = above_ ? label_size + 2 : -2;
        for (const auto value : values)
            for (double y = top_; y < bottom - 1; y += height)
                canvas_.line(x_of(value), y + head, x_of(value), y + height - (above_ ? 7 : 0),
                             look);
    }

    void draw_tick_texts(double y)
    {
        double free_from = 0; // where the text before ends
        for (std::size_t place = 0; place < ticks_.size(); ++place) {
            const double half = svg_text_width(tick_texts_[place], SvgChart::small) / 2;
            const double middle =
                std::clamp(x_of(ticks_[place]), half + 1, canvas_.width() - half - 1);
            if (middle - half < free_from)
                continue;
            free_from = middle + half + 4;
            canvas_.text(
                middle, y, tick_texts_[place],
                {.size = SvgChart::small, .anchor = SvgAnchor::middle, .look = SvgLook::quiet});
        }
    }

    void draw_bar(const Figure& bar, double y)
    {
        const auto label = svg_cut(bar.label, label_size, label_width_);
        if (above_) {
            canvas_.text(SvgChart::margin, y + label_size, label, {.size = label_size});
            y += label_size + 4;
        } else
            canvas_.text(SvgChart::margin + label_width_, y + 11, label,
                         {.size = label_size, .anchor = SvgAnchor::end});
        if (bar.value)
            draw_value(*bar.value, y, thick, drawing_.look_of(*bar.value),
                       drawing_.tip(bar, *bar.value));
        if (bar.previous)
            draw_value(*bar.previous, y + thick, thin, SvgLook::previous,
                       drawing_.previous_tip(bar));
    }

    void draw_value(std::int64_t value, double y, double height, SvgLook look,
                    const std::string& tip)
    {
        const double zero = x_of(0);
        const double end = x_of(value);
        if (value != 0) {
            const double width = std::max(value < 0 ? zero - end : end - zero, 1.0);
            canvas_.rectangle(value < 0 ? zero - width : zero, y, width, height, look, tip);
        }
        if (look != SvgLook::previous)
            canvas_.text(
                value < 0 ? std::min(end, zero - 1) - text_gap : std::max(end, zero) + text_gap,
                y + 11, drawing_.full(value),
                {.size = SvgChart::small, .anchor = value < 0 ? SvgAnchor::end : SvgAnchor::start});
    }

    const SvgChart& drawing_;
    SvgCanvas& canvas_;
    double top_;
    bool above_; ///< labels stand above the bars instead of beside them
    double label_width_ = 0;
    double left_ = 0; ///< of the first tick
    double right_ = 0;
    std::vector<std::int64_t> ticks_;
    std::vector<std::string> tick_texts_;
    SvgScale scale_{{0, 1}};
};

} // namespace

double draw_svg_bars(const SvgChart& drawing, double top)
{
    return Bars(drawing, top + 2).draw();
}

} // namespace crm
