// SPDX-License-Identifier: MIT
#include "crm/log/erase.hpp"

#include "crm/contact/erase.hpp"
#include "crm/log/text_index.hpp"

#include <algorithm>

namespace crm
{

namespace
{

void erase_entry(Store& store, std::int64_t id)
{
    auto former = store.prepare("SELECT subject, text FROM log_entry WHERE id = :id");
    former.bind(":id", id).step();
    remove_log_text(store, id, former.text(0), former.text(1));
    former.reset();
    store
        .prepare(R"sql(
            UPDATE log_entry
               SET subject = :erased, text = NULL, done_note = NULL, message_id = NULL
             WHERE id = :id)sql")
        .bind(":erased", erased_name)
        .bind(":id", id)
        .run();
    add_log_text(store, id, erased_name, "");
    store.prepare("UPDATE log_version SET content = '{}' WHERE log_id = :id").bind(":id", id).run();
}

} // namespace

void erase_entries(Store& store, std::int64_t person_id, std::span<const std::int64_t> kept)
{
    auto query = store.prepare("SELECT id FROM log_entry WHERE contact_id = :id ORDER BY id");
    query.bind(":id", person_id);
    std::vector<std::int64_t> ids;
    while (query.step())
        if (std::ranges::find(kept, query.integer(0)) == kept.end())
            ids.push_back(query.integer(0));
    for (const auto id : ids)
        erase_entry(store, id);
    // What was taken out of the index is in its older parts until they are
    // written anew.
    if (!ids.empty())
        store.execute("INSERT INTO log_text_index (log_text_index) VALUES ('optimize')");
}

std::vector<std::int64_t> entries_elsewhere(Store& store, std::int64_t person_id)
{
    auto query = store.prepare(R"sql(
        SELECT id FROM log_entry WHERE person_id = :person AND contact_id <> :person
        UNION
        SELECT l.id
          FROM log_participant AS p
          JOIN log_entry AS l ON l.id = p.log_id
         WHERE p.person_id = :person AND l.contact_id <> :person
         ORDER BY 1)sql");
    query.bind(":person", person_id);
    std::vector<std::int64_t> ids;
    while (query.step())
        ids.push_back(query.integer(0));
    return ids;
}

} // namespace crm
