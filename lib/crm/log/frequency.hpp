// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"
#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// Whom `log frequency` shows and which entries it counts; what is not set leaves nothing out.
struct FrequencyQuery {
    bool persons = false; ///< people instead of companies
    bool customers = false;
    bool late = false;
    std::optional<std::int64_t> contact_id; ///< this one alone
    std::optional<std::int64_t> manager_id;
    std::optional<Date> since;
    std::optional<Date> until;
    std::optional<Date> not_since; ///< only who was not spoken to on or after that day
};

/// How often a contact was spoken to. Intervals are in days.
struct FrequencyRow {
    std::string number;
    std::string name;
    std::string manager;
    std::int64_t contacts = 0;
    std::optional<Date> first_contact;
    std::optional<Date> last_contact;
    std::optional<std::int64_t> days_since;
    std::optional<Quantity> mean_interval; ///< to a tenth, from two contacts on
    std::optional<std::int64_t> target;
    std::string state; ///< never, ok, due, late; empty without a target
};

std::span<const Column<FrequencyRow>> frequency_columns();

/// Hands over a row a contact, by number, until `use` returns false. Archived and merged contacts
/// are left out, and the own company with its people. Counts what was said until today, unless
/// `until` says otherwise.
void list_frequency(Store& store, const FrequencyQuery& wanted, Date today,
                    const std::function<bool(const FrequencyRow&)>& use);

} // namespace crm
