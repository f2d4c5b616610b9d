// SPDX-License-Identifier: MIT
#include "crm/contact/log_reference.hpp"

#include "crm/base/error.hpp"

namespace crm
{

void check_log_reference(Store& store, std::optional<std::int64_t> log_id)
{
    if (!log_id)
        return;
    // The view is what other folders may read.
    auto query = store.prepare("SELECT 1 FROM log_entries WHERE id = :id");
    query.bind(":id", *log_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no log entry {}", *log_id)
            .with_hint("'crm log list CONTACT' shows the ids");
}

} // namespace crm
