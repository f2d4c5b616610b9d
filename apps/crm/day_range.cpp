// SPDX-License-Identifier: MIT
#include "crm/day_range.hpp"

#include "crm/base/error.hpp"

namespace crm
{

DayRange parse_day_range(const Context& ctx, const std::optional<std::string>& since,
                         const std::optional<std::string>& until)
{
    DayRange range;
    if (since)
        range.since = parse_since(*since, ctx.today());
    if (until)
        range.until = parse_date(*until, ctx.today());
    if (range.since && range.until && *range.until < *range.since)
        throw error(ErrorKind::usage, "the period would end ({}) before it begins ({})",
                    to_string(*range.until), to_string(*range.since));
    return range;
}

} // namespace crm
