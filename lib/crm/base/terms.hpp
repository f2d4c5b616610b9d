// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Terms of payment: who pays early may deduct a discount (skonto), who does not pays net.
struct PaymentTerms {
    /// Up to that many days after the invoice, the last one included.
    struct Step {
        Rate rate;
        int days = 0;
        auto operator<=>(const Step&) const = default;
    };
    std::vector<Step> steps; ///< the longer, the less: days ascend, rates descend
    int net_days = 0;
    bool operator==(const PaymentTerms&) const = default;
};

/// Reads `3% 7, 2% 14, 30 net`. With Decimal::comma a comma between two digits belongs to a rate.
/// Throws ErrorKind::usage for what is written otherwise, ErrorKind::rejected for steps that make
/// no sense: a rate of nothing or everything, one that does not fall, days that do not rise.
PaymentTerms parse_terms(std::string_view text, Decimal decimal);

/// As parse_terms reads it with Decimal::point: `3% 7, 2% 14, 30 net`.
std::string to_string(const PaymentTerms& terms);

} // namespace crm
