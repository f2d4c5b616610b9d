// SPDX-License-Identifier: MIT
#include "crm/contact/list.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/activity.hpp"

#include <fmt/format.h>

#include <array>

namespace crm
{

namespace
{

// What is dated later is no contact yet; only then is the last one looked for in the log.
constexpr std::string_view select_rows = R"sql(
    SELECT c.number, c.kind, c.name, c.legal_form, k.name, e.role, c.street, c.postcode, c.city,
           c.country, coalesce(e.phone, c.phone), coalesce(e.email, c.email), c.customer, c.supplier,
           m.code,
           (SELECT group_concat(t.tag, ';')
              FROM (SELECT tag FROM contact_tag WHERE contact_id = c.id ORDER BY tag_key) AS t),
           c.preferred_channel,
           CASE WHEN a.last_contact > :today THEN (
               SELECT substr(max(l.at), 1, 10)
                 FROM {} AS l
                WHERE l.at < :tomorrow AND l.channel NOT IN ('note', 'system')) ELSE a.last_contact END,
           coalesce(max(o.last_sale, o.last_purchase), o.last_sale, o.last_purchase)
      FROM contact AS c
      LEFT JOIN contact_activity_index AS a ON a.contact_id = c.id
      LEFT JOIN contact_order_index AS o ON o.contact_id = c.id
      LEFT JOIN employment AS e
        ON c.kind = 'person'
       AND e.id = (SELECT w.id
                     FROM employment AS w
                    WHERE w.person_id = c.id
                      AND coalesce(w.first_day, :today) <= :today
                      AND coalesce(w.last_day, :today) >= :today
                    ORDER BY w.main DESC, w.id
                    LIMIT 1)
      LEFT JOIN contact AS k ON k.id = e.company_id
      LEFT JOIN staff AS m ON m.contact_id = c.manager_id)sql";

constexpr const char* of_one = " WHERE c.id = :id";

void read_row(const Statement& query, ContactRow& row)
{
    row.number = query.text(0);
    row.kind = query.text(1);
    row.name = query.text(2);
    row.legal_form = query.text(3);
    row.company = query.text(4);
    row.role = query.text(5);
    row.street = query.text(6);
    row.postcode = query.text(7);
    row.city = query.text(8);
    row.country = query.text(9);
    row.phone = query.text(10);
    row.email = query.text(11);
    row.customer = query.boolean(12);
    row.supplier = query.boolean(13);
    row.manager = query.text(14);
    row.tags = query.text(15);
    row.preferred_channel = query.text(16);
    row.last_contact = query.date(17);
    row.last_order = query.date(18);
}

Cell items(const std::string& value)
{
    return Cell(List{value});
}

using Row = ContactRow;
constexpr std::array<Column<Row>, 19> columns = {{
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"kind", "KIND", Kind::text, [](const Row& r) { return text_cell(r.kind); }, detail},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"legal_form", "LEGAL FORM", Kind::text, [](const Row& r) { return text_cell(r.legal_form); },
     detail},
    {"company", "COMPANY", Kind::text, [](const Row& r) { return text_cell(r.company); }},
    {"role", "ROLE", Kind::text, [](const Row& r) { return text_cell(r.role); }, detail},
    {"street", "STREET", Kind::text, [](const Row& r) { return text_cell(r.street); }, detail},
    {"postcode", "POSTCODE", Kind::text, [](const Row& r) { return text_cell(r.postcode); },
     detail},
    {"city", "CITY", Kind::text, [](const Row& r) { return text_cell(r.city); }},
    {"country", "COUNTRY", Kind::text, [](const Row& r) { return text_cell(r.country); }, detail},
    {"phone", "PHONE", Kind::list, [](const Row& r) { return items(r.phone); }},
    {"email", "EMAIL", Kind::list, [](const Row& r) { return items(r.email); }},
    {"customer", "CUSTOMER", Kind::boolean, [](const Row& r) { return Cell(r.customer); }, detail},
    {"supplier", "SUPPLIER", Kind::boolean, [](const Row& r) { return Cell(r.supplier); }, detail},
    {"manager", "MANAGER", Kind::text, [](const Row& r) { return text_cell(r.manager); }},
    {"tags", "TAGS", Kind::list, [](const Row& r) { return items(r.tags); }},
    {"preferred_channel", "PREFERRED", Kind::text,
     [](const Row& r) { return text_cell(r.preferred_channel); }, detail},
    {"last_contact", "LAST CONTACT", Kind::date, [](const Row& r) { return cell(r.last_contact); }},
    {"last_order", "LAST ORDER", Kind::date, [](const Row& r) { return cell(r.last_order); },
     detail},
}};

} // namespace

std::span<const Column<ContactRow>> contact_list_columns()
{
    return columns;
}

void list_contacts(Store& store, const ContactFilter& filter, Date today,
                   const std::function<bool(const ContactRow&)>& use)
{
    auto query = store.prepare(fmt::format("{} WHERE {} ORDER BY c.number_key",
                                           fmt::format(select_rows, entries_sql("c.id")),
                                           filter_sql(filter)));
    query.bind(":today", today).bind(":tomorrow", today + std::chrono::days(1));
    bind_filter(query, store, filter);
    ContactRow row; // one for all, so that its strings keep their room
    while (query.step()) {
        read_row(query, row);
        if (!use(row))
            return;
    }
}

ContactRow contact_row(Store& store, std::int64_t contact_id, Date today)
{
    auto query = store.prepare(fmt::format(select_rows, entries_sql("c.id")).append(of_one));
    query.bind(":today", today).bind(":tomorrow", today + std::chrono::days(1));
    query.bind(":id", contact_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no contact with the id {}", contact_id);
    ContactRow row;
    read_row(query, row);
    return row;
}

} // namespace crm
