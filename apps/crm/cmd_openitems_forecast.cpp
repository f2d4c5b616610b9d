// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/openitems/forecast.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::int64_t most_weeks = 520;

struct ForecastOptions {
    std::optional<std::string> weeks;
};

void declare_forecast(CLI::App& verb, ForecastOptions& o)
{
    option(verb, "--weeks", o.weeks, "NUMBER", "how many, this one included; 13 unless given");
}

int weeks_of(const ForecastOptions& o)
{
    constexpr int quarter = 13;
    if (!o.weeks)
        return quarter;
    const auto weeks = parse_count("--weeks", *o.weeks);
    if (weeks < 1 || weeks > most_weeks)
        throw error(ErrorKind::usage, "'{}' is no value for --weeks", *o.weeks)
            .with_hint("1 to {}", most_weeks);
    return static_cast<int>(weeks);
}

void tell(const Context& ctx, const Forecast& forecast)
{
    if (forecast.start_day)
        ctx.say(format("the balance begins with {}, as of {}", to_string(forecast.start),
                       to_string(*forecast.start_day)));
    else
        ctx.say(tr("the balance begins with nothing: no bank statement is known"));
    if (forecast.later_in != Money{} || forecast.later_out != Money{})
        ctx.say(format("{} in and {} out are expected later", to_string(forecast.later_in),
                       to_string(forecast.later_out)));
    if (forecast.other_currencies > 0)
        ctx.warn(format("{} items are in other currencies and are not counted",
                        forecast.other_currencies));
}

int run_forecast(Context& ctx, const ForecastOptions& o)
{
    const auto weeks = weeks_of(o);
    auto store = ctx.open_store();
    const auto forecast = forecast_cash(store, ctx.today(), weeks);
    tell(ctx, forecast);
    return ctx.print_listing(forecast_columns(), [&](const auto& use) {
        static_cast<void>(std::ranges::all_of(forecast.weeks, use));
    });
}

} // namespace

void add_open_item_forecast(const Noun& noun)
{
    add_verb<ForecastOptions>(noun, {"forecast", "the money expected in and out, week by week"},
                              declare_forecast, run_forecast);
}

} // namespace crm
