// SPDX-License-Identifier: MIT
#include "crm/contact/notes.hpp"

namespace crm
{

std::vector<std::string> pinned_notes(Store& store, std::int64_t contact_id, Date today)
{
    auto query = store.prepare(R"sql(
        SELECT text FROM note
         WHERE contact_id = :id AND pinned = 1 AND coalesce(last_day, :today) >= :today
         ORDER BY id)sql");
    query.bind(":id", contact_id).bind(":today", today);
    std::vector<std::string> texts;
    while (query.step())
        texts.push_back(query.string(0));
    return texts;
}

} // namespace crm
