// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/keyed_table.hpp"

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
    id,    ///< known, but nothing comes of it
    order, ///< the same, until orders are recorded
};

/// The names of these, and which of them a file must have.
const TableKeys& log_import_keys();

/// Imports log entries in one transaction, in flat memory. A row whose time, contact and subject
/// are those of an entry is skipped. Throws as import_keyed does.
ImportResult import_log(Store& store, KeyedTable& table, bool skip_errors, Date today,
                        const ImportEvents& events);

} // namespace crm
