// SPDX-License-Identifier: MIT
#include "crm/format/chart_svg.hpp"

#include "crm/base/translate.hpp"
#include "crm/format/markup_text.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr int least_width = 300;

std::string subtitle_of(const Chart& chart)
{
    if (chart.subtitle.empty() || chart.unit.empty())
        return chart.subtitle + chart.unit;
    return chart.subtitle + ", " + chart.unit;
}

std::string name_of(const Chart& chart)
{
    const auto subtitle = subtitle_of(chart);
    return markup_text(subtitle.empty() ? chart.title : chart.title + " (" + subtitle + ")");
}

double draw_title(SvgCanvas& canvas, const Chart& chart, double y)
{
    const double room = canvas.width() - 2 * SvgChart::margin;
    const auto put = [&](const std::string& text, const SvgText& how) {
        if (text.empty())
            return;
        y += how.size;
        canvas.text(SvgChart::margin, y, svg_cut(markup_text(text), how.size, room), how);
        y += 6;
    };
    put(chart.title, {.size = 16, .bold = true});
    put(subtitle_of(chart), {.size = 12, .look = SvgLook::quiet});
    return y + 6;
}

/// Both names with the colour of their bars, one below the other where they have no room.
double draw_legend(SvgCanvas& canvas, const Chart& chart, double y)
{
    constexpr double size = 12;
    const double right = canvas.width() - SvgChart::margin;
    double x = SvgChart::margin;
    const auto put = [&](SvgLook look, const std::string& name) {
        const auto width = svg_text_width(name, size);
        if (x > SvgChart::margin && x + 16 + width > right) {
            x = SvgChart::margin;
            y += 18;
        }
        canvas.rectangle(x, y, 10, 10, look);
        canvas.text(x + 16, y + 10, svg_cut(name, size, right - x - 16), {.size = size});
        x += 16 + width + 20;
    };
    put(SvgLook::value, markup_text(value_name(chart)));
    put(SvgLook::previous, markup_text(chart.previous_name));
    return y + 24;
}

/// Draws what is below the title and returns where it ends.
double draw_figures(SvgCanvas& canvas, const Chart& chart, double y)
{
    const auto figures = figures_of(chart);
    if (figures.nothing()) {
        canvas.text(SvgChart::margin, y + 12, no_bars(figures), {.look = SvgLook::quiet});
        return y + 12 + SvgChart::margin;
    }
    if (figures.compared)
        y = draw_legend(canvas, chart, y);
    const SvgChart drawing{chart, figures, local_language(), canvas};
    y = chart.shape == ChartShape::bars ? draw_svg_bars(drawing, y) : draw_svg_columns(drawing, y);
    return y + SvgChart::margin;
}

} // namespace

std::string SvgChart::tip(const Figure& bar, std::int64_t value) const
{
    return format("{}: {}", bar.label, full(value)) +
           (chart.unit.empty() || chart.kind == Kind::percent ? "" : " " + markup_text(chart.unit));
}

std::string SvgChart::previous_tip(const Figure& bar) const
{
    return tip({format("{} ({})", bar.label, markup_text(chart.previous_name)), {}, {}},
               bar.previous.value_or(0));
}

std::string chart_svg(const Chart& chart, int width)
{
    SvgCanvas canvas(std::max(width, least_width), name_of(chart));
    const double top = draw_title(canvas, chart, SvgChart::margin);
    return canvas.finish_document(draw_figures(canvas, chart, top));
}

std::string chart_svg_for_page(const Chart& chart, int width)
{
    SvgCanvas canvas(std::max(width, least_width), name_of(chart));
    return canvas.finish(draw_figures(canvas, chart, SvgChart::margin));
}

} // namespace crm
