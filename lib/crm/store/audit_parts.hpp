// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/audit_changes.hpp"

namespace crm
{

// A contact with its first consents, an order and its lines, a delivery and what it moved, a
// document with its lines and taxes are one record to whoever asks who made it. Where many are made
// at once, the parts stand in the audit row of the whole, in a third of the room and of the time
// that a row for each would take: after its own values a member for each table, whose first item
// names the columns,
//
//     {"id":7,"number":"A-7","order_line":[["id","order_id","text"],[1,7,"Schraube"],[2,7,"Mutter"]]}

/// A table whose records are parts of others, and the column that says of which.
struct AuditPart {
    std::string_view table;
    std::string_view column;
    std::string_view whole;
};

/// What the records of a table are parts of; nullptr: of nothing.
const AuditPart* audit_part(std::string_view table);

/// The same changes with every part in the values of its whole.
AuditChanges with_parts(const AuditChanges& changes);

} // namespace crm
