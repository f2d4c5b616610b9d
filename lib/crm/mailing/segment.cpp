// SPDX-License-Identifier: MIT
#include "crm/mailing/segment.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/staff.hpp"

#include <array>

namespace crm
{

namespace
{

using Row = Segment;
constexpr std::array<Column<Row>, 5> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"filter", "FILTER", Kind::text, [](const Row& r) { return text_cell(r.filter); }},
    {"at", "AT", Kind::time, [](const Row& r) { return text_cell(r.at); }},
    {"staff", "STAFF", Kind::text, [](const Row& r) { return text_cell(r.staff); }},
}};

std::string key_of(std::string_view name)
{
    return lower(trim(name));
}

Segment read_segment(const Statement& query)
{
    return {query.integer(0), query.string(1), query.string(2), query.string(3), query.string(4)};
}

std::optional<Segment> find_segment(Store& store, std::string_view name)
{
    auto query = store.prepare(R"sql(
        SELECT g.id, g.name, g.filter, g.at, s.code
          FROM segment AS g
          LEFT JOIN staff AS s ON s.contact_id = g.staff_id
         WHERE g.name_key = :key)sql");
    query.bind(":key", key_of(name));
    return query.step() ? std::optional(read_segment(query)) : std::nullopt;
}

} // namespace

std::span<const Column<Segment>> segment_columns()
{
    return columns;
}

std::vector<Segment> all_segments(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT g.id, g.name, g.filter, g.at, s.code
          FROM segment AS g
          LEFT JOIN staff AS s ON s.contact_id = g.staff_id
         ORDER BY g.name_key)sql");
    std::vector<Segment> all;
    while (query.step())
        all.push_back(read_segment(query));
    return all;
}

Segment segment_by_name(Store& store, std::string_view name)
{
    if (auto found = find_segment(store, name))
        return *std::move(found);
    std::vector<std::string> names;
    for (const auto& each : all_segments(store))
        names.push_back(each.name);
    throw error(ErrorKind::not_found, "there is no segment '{}'", name)
        .with_candidates(std::move(names));
}

SavedSegment save_segment(Store& store, std::string_view name, std::string_view filter,
                          LocalTime at)
{
    if (trim(name).empty())
        throw error(ErrorKind::rejected, "a segment needs a name");
    const auto former = find_segment(store, name);
    store
        .prepare(R"sql(
            INSERT INTO segment (name, name_key, filter, at, staff_id)
            VALUES (:name, :key, :filter, :at, :staff)
            ON CONFLICT (name_key) DO UPDATE
               SET name = excluded.name, filter = excluded.filter, at = excluded.at,
                   staff_id = excluded.staff_id)sql")
        .bind(":name", trim(name))
        .bind(":key", key_of(name))
        .bind(":filter", filter)
        .bind(":at", to_string(at))
        .bind(":staff", acting_staff(store))
        .run();
    if (former)
        return {former->id, former->filter};
    return {store.last_id(), std::nullopt};
}

void delete_segment(Store& store, std::string_view name)
{
    const auto segment = segment_by_name(store, name);
    store.prepare("DELETE FROM segment WHERE id = :id").bind(":id", segment.id).run();
}

} // namespace crm
