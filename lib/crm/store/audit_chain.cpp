// SPDX-License-Identifier: MIT
#include "crm/store/audit_chain.hpp"

#include "crm/base/translate.hpp"
#include "crm/store/audit_recorder.hpp"

#include <algorithm>

namespace crm
{

namespace
{

Digest as_digest(std::string_view bytes)
{
    Digest digest{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
    return digest;
}

AuditRow read_row(const Statement& query)
{
    return {.id = query.integer(0),
            .at = query.text(1),
            .user = query.text(2),
            .command = query.text(3),
            .table = query.text(4),
            .record = query.integer(5),
            .contact = query.integer(6),
            .digest = as_digest(query.blob(7))};
}

void check_values(const Statement& query, const AuditRow& row, const Report& report)
{
    const bool lost = query.is_null(9);
    const bool erased = query.is_null(10) && query.is_null(11) && query.is_null(12);
    if (lost)
        report(format("the values of row {} are missing", row.id));
    else if (!erased && audit_digest(query.blob(10), query.text(11), query.text(12)) != row.digest)
        report(format("the values of row {} were changed", row.id));
}

} // namespace

void check_audit_chain(Store& store, const Report& report)
{
    auto query = store.prepare(R"sql(
        SELECT a.id, a.at, a.user, a.command, a.table_name, a.record, a.contact_id, a.digest, a.hash,
               v.audit_id, v.salt, v.before, v.after
          FROM audit AS a
          LEFT JOIN audit_value AS v ON v.audit_id = a.id
         ORDER BY a.id)sql");
    std::int64_t last = 0;
    std::string last_hash;
    while (query.step()) {
        const auto row = read_row(query);
        if (row.id > last + 1) // its hash cannot fit then, which needs no second line
            report(format("rows {} to {} are missing", last + 1, row.id - 1));
        else if (query.blob(8) != as_text(audit_hash(last_hash, row)))
            report(format("row {} was changed, or does not follow the one before it", row.id));
        check_values(query, row, report);
        last = row.id;
        last_hash = query.blob(8);
    }
}

} // namespace crm
