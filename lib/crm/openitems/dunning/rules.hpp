// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/store/store.hpp"

#include <string>
#include <vector>

namespace crm
{

/// What a reminder of a level brings with it.
struct DunningLevel {
    int gap = 0; ///< days since the last reminder that it takes; of the first level none
    Money fee;
    int term = 0;          ///< days to pay
    bool interest = false; ///< claimed
    bool lumpsum = false;  ///< claimed
};

enum class InterestStart { due, due_30, reminder };

/// The settings `dunning.*`, `interest.start` and `interest.lumpsum` as they are on a day.
struct DunningRules {
    std::vector<DunningLevel> levels; ///< the first is level 1
    int first_overdue = 1;            ///< days past due before the first reminder
    Money minimum;
    Money lumpsum;
    InterestStart interest_start = InterestStart::due;
    std::string currency; ///< of the books: fees and lump sums are in it
};

DunningRules dunning_rules(Store& store, Date day);

} // namespace crm
