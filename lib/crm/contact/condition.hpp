// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/contact/contact.hpp"
#include "crm/format/cell.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// What was agreed with a contact beyond the ordinary. A condition is ended, never changed.

enum class ConditionKind {
    discount,          ///< in percent, on a product, a product group or everything
    price,             ///< of a product, from a quantity on
    terms,             ///< of payment, see base/terms.hpp
    credit_limit,      ///< as an amount
    delivery,          ///< words
    freight_free_from, ///< value of goods from which on freight is free
    payment,           ///< transfer, debit, prepaid
    text,              ///< whatever else
};

/// Its key: "discount", "credit-limit".
std::string_view to_string(ConditionKind kind);

/// The ways to pay that `--payment` knows.
std::span<const std::string_view> payment_ways();

struct Condition {
    std::int64_t id = 0;
    std::int64_t contact_id = 0;
    std::string contact_number;
    std::string contact;
    ConditionKind kind = ConditionKind::text;
    Rate rate;           ///< of a discount
    UnitPrice price;     ///< of a price
    Money amount;        ///< of a credit limit, or from which on freight is free
    std::string text;    ///< of the others; terms as to_string(PaymentTerms) writes them
    std::string product; ///< SKU as it was typed; its case does not matter
    std::string group;   ///< product group, likewise
    std::optional<Quantity> from_quantity;
    std::optional<Date> first_day; ///< nothing: it has always been in force
    std::optional<Date> last_day;
    Date recorded_on;
    std::string staff;                          ///< code of who recorded it
    std::optional<std::int64_t> agreed_with_id; ///< a person
    std::string agreed_with;                    ///< the person's number
    std::optional<Date> agreed_on;
    std::optional<std::int64_t> log_id; ///< the conversation in which it was agreed
    std::string note;

    [[nodiscard]] bool in_force_on(Date day) const
    {
        return (!first_day || *first_day <= day) && (!last_day || day <= *last_day);
    }
};

/// What was agreed, in the syntax in which it is given: `5` percent, `12.50` or `12.50 from 100`,
/// `3% 7, 2% 14, 30 net`, `5000.00`, `debit`, or words.
std::string value_of(const Condition& condition);
/// What it is about: a SKU, `group:G`, or nothing.
std::string scope_of(const Condition& condition);

/// Those of cli.md 3.
std::span<const Column<Condition>> condition_columns();

struct ConditionFilter {
    std::optional<std::int64_t> contact_id; ///< of everybody without it
    Date day;                               ///< in force on that day
    bool archived = false;                  ///< those of archived contacts, too
};

/// Hands conditions to `use` until that returns false: by the contact's number, then as recorded.
void list_conditions(Store& store, const ConditionFilter& filter,
                     const std::function<bool(const Condition&)>& use);
/// Those of a contact that are in force on a day, as recorded.
std::vector<Condition> conditions_in_force(Store& store, std::int64_t contact_id, Date day);
/// Throws not_found.
Condition condition_by_id(Store& store, std::int64_t id);

// The following work inside the caller's transaction.

/// Records a condition of `condition.contact_id` and returns its id. Rejected: a discount that is
/// not between 0 and 100 %, a price, amount or quantity below 0, an end before the begin, nothing
/// said, `agreed_with` who is no person; not_found for a log entry that is not there.
std::int64_t add_condition(Store& store, const Condition& condition);

/// Ends a condition on its last day in force. Throws not_found; rejected if it ends by then anyway,
/// or has not begun.
void end_condition(Store& store, std::int64_t id, Date last_day);

} // namespace crm
