// SPDX-License-Identifier: MIT
#include "crm/log/list.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/log/row_columns.hpp"
#include "crm/log/text_index.hpp"

#include <array>

namespace crm
{

namespace
{

std::string select_rows(std::string_view condition)
{
    return fmt::format(R"sql(
        SELECT {}, l.done_on IS NOT NULL,
               EXISTS (SELECT 1 FROM log_participant AS o WHERE o.log_id = l.id)
          FROM log_entry AS l {} {})sql",
                       row_columns, row_joins, condition);
}

void add_others(Store& store, LogRow& row)
{
    auto query = store.prepare(R"sql(
        SELECT c.number, c.name
          FROM log_participant AS o
          JOIN contact AS c ON c.id = o.person_id
         WHERE o.log_id = :id
         ORDER BY o.id)sql");
    query.bind(":id", row.id);
    while (query.step()) {
        append_item(row.person_number, query.text(0));
        append_item(row.person, query.text(1));
    }
}

void read_row(Store& store, const Statement& query, LogRow& row)
{
    read_row_columns(query, row);
    row.done.reset();
    if (row.follow_up)
        row.done = query.boolean(row_column_count);
    if (query.boolean(row_column_count + 1))
        add_others(store, row);
}

/// Conditions stand in the text only where they are asked for, so that their index is used.
std::string filter_sql(const LogFilter& filter)
{
    std::string sql;
    const auto add = [&](std::string_view condition) {
        sql.append(sql.empty() ? " WHERE " : " AND ").append(condition);
    };
    if (filter.contact && filter.contact->kind == ContactKind::company)
        add("l.company_id = :contact");
    else if (filter.contact)
        add("(l.person_id = :contact OR l.id IN (SELECT log_id FROM log_participant WHERE "
            "person_id = :contact))");
    if (filter.since)
        add("l.at >= :since");
    if (filter.until)
        add("l.at < :after");
    if (filter.staff_id)
        add("l.staff_id = :staff");
    if (filter.channel)
        add("l.channel = :channel");
    if (filter.agreement)
        add("l.agreement = 1");
    return sql;
}

void bind_filter(Statement& query, const LogFilter& filter)
{
    if (filter.contact)
        query.bind(":contact", filter.contact->id);
    if (filter.since)
        query.bind(":since", *filter.since);
    if (filter.until)
        query.bind(":after", *filter.until + std::chrono::days(1));
    if (filter.staff_id)
        query.bind(":staff", *filter.staff_id);
    if (filter.channel)
        query.bind(":channel", *filter.channel);
}

/// The row of an entry that is there, by a statement that is used again and again.
void read_one(Store& store, Statement& query, std::int64_t id, LogRow& row)
{
    query.reset();
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no log entry {}", id);
    read_row(store, query, row);
}

Statement select_one(Store& store)
{
    return store.prepare(select_rows("WHERE l.id = :id"));
}

using Row = LogRow;
constexpr std::array<Column<Row>, 15> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"at", "AT", Kind::time, [](const Row& r) { return text_cell(r.at); }},
    {"company_number", "COMPANY NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.company_number); }, detail},
    {"company", "COMPANY", Kind::text, [](const Row& r) { return text_cell(r.company); }},
    {"person_number", "PERSON NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.person_number); }, detail},
    {"person", "PERSON", Kind::text, [](const Row& r) { return text_cell(r.person); }},
    {"channel", "CHANNEL", Kind::text, [](const Row& r) { return text_cell(r.channel); }},
    {"direction", "DIRECTION", Kind::text, [](const Row& r) { return text_cell(r.direction); },
     detail},
    {"staff", "STAFF", Kind::text, [](const Row& r) { return text_cell(r.staff); }},
    {"subject", "SUBJECT", Kind::text, [](const Row& r) { return text_cell(r.subject); }},
    {"text", "TEXT", Kind::text, [](const Row& r) { return text_cell(r.text); }},
    {"agreement", "AGREEMENT", Kind::boolean, [](const Row& r) { return Cell(r.agreement); },
     detail},
    {"follow_up", "FOLLOW-UP", Kind::date, [](const Row& r) { return cell(r.follow_up); }},
    {"done", "DONE", Kind::boolean, [](const Row& r) { return cell(r.done); }},
    {"order", "ORDER", Kind::text, [](const Row& r) { return text_cell(r.order); }},
}};

} // namespace

void read_row_columns(const Statement& query, LogRow& row)
{
    row.id = query.integer(0);
    row.at = query.text(1);
    row.company_number = query.text(2);
    row.company = query.text(3);
    row.person_number = query.text(4);
    row.person = query.text(5);
    row.channel = query.text(6);
    row.direction = query.text(7);
    row.staff = query.text(8);
    row.subject = query.text(9);
    row.text = query.text(10);
    row.agreement = query.boolean(11);
    row.follow_up = query.date(12);
    row.order = query.text(13);
    row.follow_up_staff = query.text(14);
}

std::span<const Column<LogRow>> log_list_columns()
{
    return columns;
}

void list_log(Store& store, const LogFilter& filter, const std::function<bool(const LogRow&)>& use)
{
    auto query = store.prepare(select_rows(filter_sql(filter) + " ORDER BY l.at DESC, l.id DESC"));
    bind_filter(query, filter);
    LogRow row; // one for all, so that its strings keep their room
    while (query.step()) {
        read_row(store, query, row);
        if (!use(row))
            return;
    }
}

LogRow log_row(Store& store, std::int64_t id)
{
    auto query = select_one(store);
    LogRow row;
    read_one(store, query, id, row);
    return row;
}

void list_found(Store& store, std::span<const std::string> texts, std::int64_t limit,
                const std::function<bool(const LogRow&)>& use)
{
    auto query = select_one(store);
    LogRow row;
    search_log(store, texts, limit, [&](std::int64_t id) {
        read_one(store, query, id, row);
        return use(row);
    });
}

} // namespace crm
