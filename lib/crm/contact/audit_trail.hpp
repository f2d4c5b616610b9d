// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

struct AuditRecord {
    std::string table;
    std::int64_t id = 0;
};

/// Which changes `db audit` lists; what is not set takes all.
struct AuditFilter {
    /// What concerns a contact, those merged into it included: for a company also who worked there.
    std::optional<std::int64_t> contact_id = {};
    /// A row of a table; `contact_id` says whose.
    std::optional<AuditRecord> record = {};
    std::optional<std::string> user = {}; ///< staff code or login name, case ignored
    std::optional<Date> since = {};       ///< days of the real clock, UTC, both included
    std::optional<Date> until = {};
};

/// One changed field. Values that were erased are missing, and so is the field's name.
struct AuditChange {
    std::int64_t id = 0;
    std::string at; ///< UTC
    std::string user;
    std::string command;
    std::string table;
    std::int64_t record = 0;
    std::optional<std::string> field;
    std::optional<std::string> before;
    std::optional<std::string> after;
};

std::span<const Column<AuditChange>> audit_columns();

/// Hands the changes to `use`, the newest last, until it returns false. Throws not_found for a user
/// who is neither staff nor anywhere in the audit.
void list_audit(Store& store, const AuditFilter& filter,
                const std::function<bool(const AuditChange&)>& use);

} // namespace crm
