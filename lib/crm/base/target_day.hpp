// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"

namespace crm
{

/// Whether euros are moved between banks on that day: not on Saturdays and Sundays, 1 January, Good
/// Friday, Easter Monday, 1 May, 25 and 26 December (TARGET calendar of the European Central Bank).
bool is_target_day(Date day);

/// That day, or the first one after it on which euros are moved.
Date target_day_from(Date day);

} // namespace crm
