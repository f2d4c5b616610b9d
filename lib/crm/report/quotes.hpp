// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// What became of the quotes of a period.
struct QuoteFates {
    std::int64_t accepted = 0;
    std::int64_t gone = 0; ///< lost, or expired without an answer

    /// The share that was accepted; nothing if none is decided.
    [[nodiscard]] std::optional<Rate> hit_rate() const;
};

/// Of quotes to customers with a date in the period, as far as it is decided by that day.
QuoteFates quote_fates(Store& store, const Period& period, Date on);

} // namespace crm
