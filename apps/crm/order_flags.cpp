// SPDX-License-Identifier: MIT
#include "crm/order_flags.hpp"

#include "crm/base/error.hpp"
#include "crm/counts.hpp"
#include "crm/stock/location.hpp"

namespace crm
{

std::vector<LineQuantity> parse_line_quantities(const Context& ctx,
                                                const std::vector<std::string>& texts)
{
    constexpr std::int64_t most = 1'000'000;
    std::vector<LineQuantity> lines;
    for (const auto& text : texts) {
        const auto mark = text.find('=');
        if (mark == std::string::npos)
            throw error(ErrorKind::usage, "'{}' is no value for --line", text)
                .with_hint("give the number of the line and how much, as in --line 2=4.5");
        const auto position = parse_count("--line", text.substr(0, mark), 1, most);
        lines.push_back(
            {static_cast<int>(position), parse_quantity(text.substr(mark + 1), ctx.decimal())});
    }
    return lines;
}

LocalTime time_on(const Context& ctx, const std::optional<std::string>& day)
{
    auto time = ctx.now();
    time.day = ctx.day_or_today(day);
    return time;
}

std::optional<std::int64_t> location_named(Store& store, const std::optional<std::string>& name)
{
    return name ? std::optional(find_location(store, *name).id) : std::nullopt;
}

} // namespace crm
