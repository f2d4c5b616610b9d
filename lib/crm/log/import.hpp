// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/keyed_table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace crm
{

/// A key of a log import: a column of `log list`, or outcome, duration, follow_up_staff.
enum class LogKey {
    at,
    company_number,
    company,
    person_number,
    person,
    channel,
    direction,
    staff,
    subject,
    text,
    outcome,
    duration,
    agreement,
    follow_up,
    follow_up_staff,
    done,
    id, ///< known, but nothing comes of it
    order,
};

/// The names of these, and which of them a file must have.
const TableKeys& log_import_keys();

/// The id of the order with a number. Orders know the log, which does not know them.
using OrderIds = std::function<std::optional<std::int64_t>(std::string_view number)>;

/// Imports log entries in one transaction, in flat memory. A row whose time, contacts and subject
/// are those of an entry that was there before is skipped; of several equal rows as many as there
/// were such entries. Throws as import_keyed does.
ImportResult import_log(Store& store, KeyedTable& table, bool skip_errors, Date today,
                        const OrderIds& order_ids, const ImportEvents& events);

} // namespace crm
