// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/log/row_columns.hpp"

#include <array>

namespace crm
{

namespace
{

// What the present entry and a former version have in common: both give these columns, in JSON or
// not, and the persons besides the first as an array.
constexpr std::string_view present = R"sql(
    SELECT id, at, company_id, person_id, channel, direction, staff_id, subject, text, outcome,
           minutes, agreement, follow_up, follow_up_staff_id, done_on, done_staff_id, done_note, order_id,
           (SELECT json_group_array(person_id)
              FROM (SELECT person_id FROM log_participant WHERE log_id = :id ORDER BY id)) AS others,
           NULL AS amended_at, NULL AS amended_by, 0 AS version
      FROM log_entry WHERE id = :id)sql";

constexpr std::string_view former = R"sql(
    SELECT log_id, content ->> 'at', content ->> 'company_id', content ->> 'person_id',
           content ->> 'channel', content ->> 'direction', content ->> 'staff_id',
           content ->> 'subject', content ->> 'text', content ->> 'outcome', content ->> 'minutes',
           content ->> 'agreement', content ->> 'follow_up', content ->> 'follow_up_staff_id',
           content ->> 'done_on', content ->> 'done_staff_id', content ->> 'done_note',
           content ->> 'order_id', content -> 'others', amended_at, staff_id, id
      FROM log_version WHERE log_id = :id)sql";

constexpr std::string_view select_versions = R"sql(
      WITH l AS ({} UNION ALL {})
    SELECT {}, l.outcome, l.minutes, l.done_on, d.code, l.done_note, l.amended_at, a.code,
           (SELECT group_concat(c.number, ';') FROM json_each(l.others) AS o
              JOIN contact AS c ON c.id = o.value),
           (SELECT group_concat(c.name, ';') FROM json_each(l.others) AS o
              JOIN contact AS c ON c.id = o.value)
      FROM l {}
      LEFT JOIN staff AS d ON d.contact_id = l.done_staff_id
      LEFT JOIN staff AS a ON a.contact_id = l.amended_by
     ORDER BY l.amended_at IS NOT NULL, l.version DESC)sql";

LogDetails read_details(const Statement& query)
{
    LogDetails row;
    read_row_columns(query, row);
    int column = row_column_count;
    row.outcome = query.text(column++);
    row.minutes = query.optional_integer(column++);
    row.done_on = query.date(column++);
    if (row.follow_up)
        row.done = row.done_on.has_value();
    row.done_staff = query.text(column++);
    row.done_note = query.text(column++);
    row.amended_at = query.text(column++);
    row.amended_by = query.text(column++);
    append_item(row.person_number, query.text(column++));
    append_item(row.person, query.text(column));
    return row;
}

using Row = LogDetails;

/// A column of the list, for the details.
template<std::size_t place>
Cell listed(const Row& row)
{
    return log_list_columns()[place].get(row);
}

template<std::size_t... places>
std::array<Column<Row>, sizeof...(places) + 8> with_listed(std::index_sequence<places...>)
{
    const auto list = log_list_columns();
    return {{
        {list[places].key, list[places].title, list[places].kind, listed<places>}...,
        {"outcome", "OUTCOME", Kind::text, [](const Row& r) { return text_cell(r.outcome); }},
        {"minutes", "MINUTES", Kind::integer, [](const Row& r) { return cell(r.minutes); }},
        {"follow_up_staff", "FOR", Kind::text,
         [](const Row& r) { return text_cell(r.follow_up_staff); }},
        {"done_on", "DONE ON", Kind::date, [](const Row& r) { return cell(r.done_on); }},
        {"done_staff", "DONE BY", Kind::text, [](const Row& r) { return text_cell(r.done_staff); }},
        {"done_note", "DONE NOTE", Kind::text, [](const Row& r) { return text_cell(r.done_note); }},
        {"amended_at", "AMENDED AT", Kind::text,
         [](const Row& r) { return text_cell(r.amended_at); }},
        {"amended_by", "AMENDED BY", Kind::text,
         [](const Row& r) { return text_cell(r.amended_by); }},
    }};
}

} // namespace

std::span<const Column<LogDetails>> log_details_columns()
{
    static const auto columns = with_listed(std::make_index_sequence<15>());
    return columns;
}

std::vector<LogDetails> log_versions(Store& store, std::int64_t id)
{
    auto query =
        store.prepare(fmt::format(select_versions, present, former, row_columns, row_joins));
    query.bind(":id", id);
    std::vector<LogDetails> versions;
    while (query.step())
        versions.push_back(read_details(query));
    if (versions.empty() || !versions.front().amended_at.empty())
        throw error(ErrorKind::not_found, "there is no log entry {}", id);
    return versions;
}

} // namespace crm
