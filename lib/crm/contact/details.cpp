// SPDX-License-Identifier: MIT
#include "crm/contact/details.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// What one contact is to another.
struct Relation {
    std::int64_t id = 0;
    std::string kind; ///< empty: only what the other one is to it is known
};

std::vector<Relation> relations_between(Store& store, std::int64_t contact_id,
                                        std::int64_t other_id)
{
    auto query = store.prepare(R"sql(
        SELECT id, kind, 0 AS inverted FROM relation
         WHERE contact_id = :contact AND other_id = :other
        UNION ALL
        SELECT id, kind, 1 FROM relation WHERE contact_id = :other AND other_id = :contact
         ORDER BY 1)sql");
    query.bind(":contact", contact_id).bind(":other", other_id);
    std::vector<Relation> found;
    while (query.step())
        found.push_back({query.integer(0), query.boolean(2)
                                               ? inverse_relation(query.text(1)).value_or("")
                                               : query.string(1)});
    return found;
}

} // namespace

std::optional<std::string> inverse_relation(std::string_view kind)
{
    if (kind == "parent")
        return "subsidiary";
    if (kind == "subsidiary")
        return "parent";
    return kind == "partner" ? std::optional(std::string(kind)) : std::nullopt;
}

void add_tag(Store& store, std::int64_t contact_id, std::string_view raw)
{
    const auto tag = trim(raw);
    if (tag.empty() || tag.find(';') != std::string_view::npos)
        throw error(ErrorKind::rejected, "'{}' cannot be a tag", raw)
            .with_hint("a tag is some text without ';'");
    auto insert = store.prepare(R"sql(
        INSERT INTO contact_tag (contact_id, tag, tag_key) VALUES (:contact, :tag, :key)
        ON CONFLICT (contact_id, tag_key) DO NOTHING)sql");
    insert.bind(":contact", contact_id).bind(":tag", tag).bind(":key", lower(tag)).run();
}

bool remove_tag(Store& store, std::int64_t contact_id, std::string_view tag)
{
    auto remove =
        store.prepare("DELETE FROM contact_tag WHERE contact_id = :contact AND tag_key = :key");
    remove.bind(":contact", contact_id).bind(":key", lower(trim(tag))).run();
    return store.changes() > 0;
}

std::vector<std::string> tags_of(Store& store, std::int64_t contact_id)
{
    auto query =
        store.prepare("SELECT tag FROM contact_tag WHERE contact_id = :contact ORDER BY tag_key");
    query.bind(":contact", contact_id);
    std::vector<std::string> tags;
    while (query.step())
        tags.push_back(query.string(0));
    return tags;
}

void set_own_field(Store& store, std::int64_t contact_id, std::string_view key,
                   std::string_view value)
{
    const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    });
    if (key.empty() || !plain)
        throw error(ErrorKind::rejected, "'{}' cannot be the key of a field", key)
            .with_hint("a key is letters, digits, '_' and '-', as in --field Kundengruppe=A");
    if (value.empty()) {
        store.prepare("DELETE FROM contact_field WHERE contact_id = :contact AND key = :key")
            .bind(":contact", contact_id)
            .bind(":key", key)
            .run();
        return;
    }
    store
        .prepare(R"sql(
            INSERT INTO contact_field (contact_id, key, value) VALUES (:contact, :key, :value)
            ON CONFLICT (contact_id, key) DO UPDATE SET value = excluded.value)sql")
        .bind(":contact", contact_id)
        .bind(":key", key)
        .bind(":value", value)
        .run();
}

void set_manager(Store& store, std::int64_t contact_id, std::int64_t manager_id)
{
    const auto manager = manager_id == 0 ? std::nullopt : std::optional(manager_id);
    store.prepare("UPDATE contact SET manager_id = :manager WHERE id = :id")
        .bind(":manager", manager)
        .bind(":id", contact_id)
        .run();
}

void relate(Store& store, std::int64_t contact_id, std::int64_t other_id, std::string_view kind)
{
    if (contact_id == other_id)
        throw error(ErrorKind::rejected, "a contact cannot be related to itself");
    if (trim(kind).empty())
        throw error(ErrorKind::rejected, "a relation needs a kind, as in --as parent");
    const auto word = lower(trim(kind));
    for (const auto& each : relations_between(store, contact_id, other_id)) {
        if (each.kind == word)
            throw error(ErrorKind::rejected, "this relation is recorded already");
        if (each.kind != inverse_relation(word))
            continue;
        const auto contact = contact_by_id(store, contact_id);
        const auto other = contact_by_id(store, other_id);
        throw error(ErrorKind::rejected, "{} is recorded as '{}' of {}", contact.name, each.kind,
                    other.name)
            .with_hint("'crm contact unrelate {} {}' takes that back", contact.number,
                       other.number);
    }
    store
        .prepare(
            "INSERT INTO relation (contact_id, other_id, kind) VALUES (:contact, :other, :kind)")
        .bind(":contact", contact_id)
        .bind(":other", other_id)
        .bind(":kind", word)
        .run();
}

void unrelate(Store& store, std::int64_t contact_id, std::int64_t other_id,
              const std::optional<std::string>& kind)
{
    const auto word = kind ? std::optional(lower(trim(*kind))) : std::nullopt;
    bool found = false;
    std::vector<std::string> others;
    for (const auto& each : relations_between(store, contact_id, other_id)) {
        if (word && each.kind != *word) {
            if (!each.kind.empty())
                others.push_back(each.kind);
            continue;
        }
        store.prepare("DELETE FROM relation WHERE id = :id").bind(":id", each.id).run();
        found = true;
    }
    if (found)
        return;
    const auto name = contact_by_id(store, contact_id).name;
    const auto other = contact_by_id(store, other_id).name;
    throw(word ? error(ErrorKind::not_found, "{} is not recorded as '{}' of {}", name, *word, other)
               : error(ErrorKind::not_found, "{} and {} are not related", name, other))
        .with_candidates(std::move(others));
}

std::vector<std::int64_t> relations_recorded_twice(Store& store,
                                                   std::optional<std::int64_t> contact_id)
{
    auto query = store.prepare(R"sql(
        SELECT b.id, a.kind, b.kind
          FROM relation AS a
          JOIN relation AS b ON b.contact_id = a.other_id AND b.other_id = a.contact_id
         WHERE b.id > a.id
           AND (:contact IS NULL OR a.contact_id = :contact OR a.other_id = :contact)
         ORDER BY b.id)sql");
    query.bind(":contact", contact_id);
    std::vector<std::int64_t> found;
    while (query.step())
        if (inverse_relation(query.text(1)) == query.text(2))
            found.push_back(query.integer(0));
    return found;
}

std::vector<RelationConflict> contradicting_relations(Store& store,
                                                      std::optional<std::int64_t> contact_id)
{
    auto query = store.prepare(R"sql(
        SELECT b.id, a.contact_id, a.other_id, a.kind, b.kind, 0 AS inverted
          FROM relation AS a
          JOIN relation AS b ON b.contact_id = a.contact_id AND b.other_id = a.other_id
         WHERE b.id > a.id
           AND (:contact IS NULL OR a.contact_id = :contact OR a.other_id = :contact)
        UNION ALL
        SELECT b.id, a.contact_id, a.other_id, a.kind, b.kind, 1
          FROM relation AS a
          JOIN relation AS b ON b.contact_id = a.other_id AND b.other_id = a.contact_id
         WHERE b.id > a.id
           AND (:contact IS NULL OR a.contact_id = :contact OR a.other_id = :contact)
         ORDER BY 1)sql");
    query.bind(":contact", contact_id);
    std::vector<RelationConflict> found;
    while (query.step()) {
        const auto kind = query.string(3);
        const auto other =
            query.boolean(5) ? inverse_relation(query.text(4)) : std::optional(query.string(4));
        if (other && kind != *other && inverse_relation(kind) == *other)
            found.push_back({query.integer(0), query.integer(1), query.integer(2)});
    }
    return found;
}

void set_archived(Store& store, std::int64_t contact_id, std::optional<Date> day)
{
    if (contact_id == own_company)
        throw error(ErrorKind::rejected, "the own company cannot be archived");
    store.prepare("UPDATE contact SET archived_on = :day WHERE id = :id")
        .bind(":day", day)
        .bind(":id", contact_id)
        .run();
}

} // namespace crm
