// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// What is expected to come in and go out in a week, and what is there at its end.
struct ForecastWeek {
    std::string week; ///< of ISO 8601, "2026-W27"
    Money in;
    Money out;
    Money balance;
};
std::span<const Column<ForecastWeek>> forecast_columns();

struct Forecast {
    std::vector<ForecastWeek> weeks;
    Money start;                   ///< by the last statement of each account, else nothing
    std::optional<Date> start_day; ///< the oldest of those statements
    Money later_in;                ///< after the last week
    Money later_out;
    std::int64_t other_currencies = 0; ///< items that are not counted
};

/// The weeks from that of `today` on, in the currency of the books. A customer is expected to pay
/// as late after the due day as half of what it paid in the last two years (the median), or when it
/// promised to; a supplier is paid on the best day (see pay_day.hpp). What a payment file has under
/// way flows on its day, what is overdue this week. A contact's credits make its first payments
/// less.
Forecast forecast_cash(Store& store, Date today, int weeks);

/// By how many days a contact is usually late, early below 0: the median of what it paid of
/// documents of the last two years.
std::int64_t usual_delay(std::vector<std::int64_t> delays);

} // namespace crm
