// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/recipients.hpp"
#include "crm/mailing/typed_condition.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// Whether the contact `alias` is one of those that a filter is for at all, in SQL.
std::string class_sql(const RecipientFilter& filter, std::string_view alias);

/// The parts of a statement over `contact AS c` that takes whom a filter takes. `o.last_sale` is
/// when they last ordered; `r.net` their revenue, if it is asked for.
struct ConditionSql {
    std::string tables; ///< common ones: empty or "WITH ..."
    std::string joins;
    std::string where; ///< a condition
    bool revenue = false;
};

/// Whether the revenue of everybody has to be summed up beforehand.
bool needs_revenue_table(const RecipientFilter& filter);
/// Binds the days and the currency in which revenue counts.
void bind_revenue(Statement& query, Store& store, const RecipientQuery& wanted);

/// `where` is the filter's condition in SQL.
ConditionSql condition_sql(Store& store, const RecipientQuery& wanted,
                           const std::optional<TypedCondition>& where);
/// Binds the parameters of these parts.
void bind_conditions(Statement& query, Store& store, const RecipientQuery& wanted);

} // namespace crm
