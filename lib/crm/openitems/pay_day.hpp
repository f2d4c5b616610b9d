// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/skonto.hpp"

#include <optional>
#include <vector>

namespace crm
{

/// What a supplier wants, and which discounts can be taken from it.
struct Debt {
    Date date; ///< of the document
    Date due;
    Money open;
    std::vector<SkontoStep> steps; ///< that are less than what is open
};

/// The terms of a document, read; none if it has none.
std::vector<SkontoStep> skonto_steps_of(std::string_view terms, Date document_date, Money gross);

/// When to pay how much less.
struct PayDay {
    Date day;
    Money skonto;
    std::optional<Rate> yearly_rate; ///< of that discount; nothing without one
};

/// The cheapest day to pay, not before `earliest`: the last day of a discount whose yearly rate,
/// compared with paying later, is at least `least_rate`, else the due day. Of several discounts it
/// is the one that leaves least to pay when money costs `least_rate` a year.
PayDay best_pay_day(const Debt& debt, Date earliest, Rate least_rate);

/// What paying on that day earns.
PayDay pay_on(const Debt& debt, Date day);

/// The setting `skonto.min-rate` on a day.
Rate least_skonto_rate(Store& store, Date day);

} // namespace crm
