// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/context.hpp"

#include <optional>
#include <string>

namespace crm
{

/// What `--since` and `--until` take of a list, both included; what is not given does not limit.
struct DayRange {
    std::optional<Date> since;
    std::optional<Date> until;
};

/// Throws usage for what is no date, and for an end before the beginning.
DayRange parse_day_range(const Context& ctx, const std::optional<std::string>& since,
                         const std::optional<std::string>& until);

} // namespace crm
