// SPDX-License-Identifier: MIT
#include "crm/format/chart_figures.hpp"

#include "crm/base/translate.hpp"
#include "crm/format/markup_text.hpp"

#include <algorithm>
#include <limits>

namespace crm
{

namespace
{

/// How many decimals the smallest unit of a kind stands for.
int decimals_of(Kind kind)
{
    switch (kind) {
    case Kind::money:
    case Kind::percent:
        return 2;
    case Kind::quantity:
        return 3;
    default:
        return 0;
    }
}

std::int64_t power_of_ten(int exponent)
{
    std::int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

std::optional<std::int64_t> units_of(const Cell& cell)
{
    if (const auto* money = std::get_if<Money>(&cell))
        return money->cents;
    if (const auto* quantity = std::get_if<Quantity>(&cell))
        return quantity->thousandths;
    if (const auto* rate = std::get_if<Rate>(&cell))
        return rate->hundredths;
    if (const auto* integer = std::get_if<std::int64_t>(&cell))
        return *integer;
    return std::nullopt;
}

std::int64_t within_limits(Int128 value)
{
    using Limits = std::numeric_limits<std::int64_t>;
    return static_cast<std::int64_t>(std::clamp<Int128>(value, Limits::min(), Limits::max()));
}

/// The sum of what is there; nothing if nothing is.
std::optional<std::int64_t> sum(const std::vector<Figure>& bars,
                                std::optional<std::int64_t> Figure::*member)
{
    std::optional<std::int64_t> total;
    for (const auto& bar : bars)
        if (bar.*member)
            total = within_limits(Int128{total.value_or(0)} + *(bar.*member));
    return total;
}

void sum_up_rest(std::vector<Figure>& bars, const Chart& chart)
{
    const std::vector<Figure> rest(bars.begin() + static_cast<std::ptrdiff_t>(chart.most),
                                   bars.end());
    bars.resize(chart.most);
    Figure others{format("others ({})", rest.size()), {}, {}};
    if (chart.kind != Kind::percent && !chart.without_sum) {
        others.value = sum(rest, &Figure::value);
        others.previous = sum(rest, &Figure::previous);
    }
    bars.push_back(std::move(others));
}

/// The least of 1, 2, 5, 10, 20… that is not below the value.
Int128 round_step(Int128 least)
{
    for (Int128 power = 1;; power *= 10)
        for (const int digit : {1, 2, 5})
            if (digit * power >= least)
                return digit * power;
}

Int128 floor_division(Int128 numerator, Int128 denominator)
{
    const auto quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

std::string with_sign(std::string number, Kind kind)
{
    return kind == Kind::percent ? format("{} %", number) : number;
}

} // namespace

Figures figures_of(const Chart& chart)
{
    Figures figures;
    figures.compared = !chart.previous_name.empty();
    for (const auto& point : chart.points)
        figures.bars.push_back({markup_text(point.label), units_of(point.value),
                                figures.compared ? units_of(point.previous) : std::nullopt});
    if (chart.most > 0 && figures.bars.size() > chart.most + 1)
        sum_up_rest(figures.bars, chart);
    for (const auto& bar : figures.bars)
        for (const auto& value : {bar.value, bar.previous}) {
            figures.low = std::min(figures.low, value.value_or(0));
            figures.high = std::max(figures.high, value.value_or(0));
        }
    return figures;
}

std::string no_bars(const Figures& figures)
{
    const bool empty = std::all_of(figures.bars.begin(), figures.bars.end(),
                                   [](const Figure& bar) { return !bar.value && !bar.previous; });
    return empty ? tr("there are no figures to draw") : tr("all figures are 0");
}

std::string figure_text(std::int64_t value, Kind kind, Language language)
{
    const auto digits = decimal_text(value, decimals_of(kind), kind == Kind::money ? 2 : 0).str();
    return with_sign(grouped(digits, language), kind);
}

std::string short_figure_text(std::int64_t value, Kind kind, Language language)
{
    const auto unit = power_of_ten(decimals_of(kind));
    if (value > -unit && value < unit)
        return figure_text(value, kind, language);
    const auto whole = round_half_away(value, unit);
    return with_sign(grouped(short_text(whole).str(), language), kind);
}

std::string value_name(const Chart& chart)
{
    return chart.value_name.empty() ? tr("this period") : chart.value_name;
}

std::vector<std::int64_t> axis_ticks(std::int64_t low, std::int64_t high, int most)
{
    const Int128 range = std::max<Int128>(Int128{high} - low, 1);
    const auto step = round_step((range + most - 1) / most);
    const auto first = floor_division(low, step);
    const auto last = -floor_division(-Int128{high}, step);
    std::vector<std::int64_t> ticks;
    for (auto tick = first; tick <= std::max(last, first + 1); ++tick)
        ticks.push_back(within_limits(tick * step));
    return ticks;
}

std::vector<std::string> tick_texts(const std::vector<std::int64_t>& ticks, Kind kind,
                                    Language language)
{
    int decimals = 0;
    for (const auto tick : ticks)
        while (tick % power_of_ten(decimals_of(kind) - decimals) != 0)
            ++decimals;
    if (kind == Kind::money && decimals > 0)
        decimals = 2;
    std::vector<std::string> texts;
    for (const auto tick : ticks)
        texts.push_back(with_sign(
            grouped(decimal_text(tick, decimals_of(kind), decimals).str(), language), kind));
    return texts;
}

} // namespace crm
