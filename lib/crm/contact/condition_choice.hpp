// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/condition.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

// Which of several conditions counts. A person's own go before those of the company at which the
// person mainly works; among these what is for the product before what is for its group before what
// is for everything; then a price from a higher quantity on; then what was agreed last.

/// What a condition is looked for.
struct ConditionCase {
    std::int64_t contact_id = 0;
    std::string product;              ///< SKU, without a product: conditions for everything
    std::optional<std::string> group; ///< the product's, if it is known
    Quantity quantity = {1000};
    Date day;
};

/// The condition of a kind that applies, if there is any.
std::optional<Condition> applying_condition(Store& store, ConditionKind kind,
                                            const ConditionCase& wanted);

/// A condition in force that concerns the product, and why it applies or does not.
struct WeighedCondition {
    Condition condition;
    bool applies = false;
    std::string reason;
};

/// The columns of `condition explain`.
std::span<const Column<WeighedCondition>> weighed_columns();
/// The discounts, then the prices, each the first to count first.
std::vector<WeighedCondition> explain_conditions(Store& store, const ConditionCase& wanted);

} // namespace crm
