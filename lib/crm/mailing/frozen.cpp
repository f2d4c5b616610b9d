// SPDX-License-Identifier: MIT
#include "crm/mailing/frozen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace crm
{

namespace
{

/// DIN 5008's lines as one text, without the empty ones at its end.
std::string joined_address(const Recipient& recipient)
{
    std::string lines;
    for (const auto& line : recipient.address)
        if (!line.empty())
            lines.append(lines.empty() ? "" : "\n").append(line);
    return lines;
}

void split_address(std::string_view lines, Recipient& recipient)
{
    for (auto& line : recipient.address) {
        const auto end = std::min(lines.find('\n'), lines.size());
        line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
}

Frozen read_frozen(const Statement& query)
{
    Frozen frozen;
    frozen.id = query.integer(0);
    auto& r = frozen.recipient;
    r.contact_id = query.integer(1);
    r.company_id = query.optional_integer(2);
    frozen.control = query.boolean(3);
    r.number = query.text(4);
    r.name = query.text(5);
    r.company = query.text(6);
    r.salutation = query.text(7);
    r.title = query.text(8);
    r.given_name = query.text(9);
    r.family_name = query.text(10);
    r.letter_salutation = query.text(11);
    split_address(query.text(12), r);
    r.street = query.text(13);
    r.postcode = query.text(14);
    r.city = query.text(15);
    r.country = query.text(16);
    r.email = query.text(17);
    r.phone = query.text(18);
    r.manager = query.text(19);
    r.last_order = query.date(20);
    if (!query.is_null(21))
        r.revenue = query.money(21);
    r.legal_basis = query.text(22);
    frozen.sent_at = query.text(23);
    frozen.responses = query.text(24);
    return frozen;
}

constexpr std::string_view select_frozen = R"sql(
        SELECT r.id, r.contact_id, r.company_id, r.control, r.number, r.name, r.company,
               r.salutation, r.title, r.given_name, r.family_name, r.letter_salutation, r.address,
               r.street, r.postcode, r.city, r.country, r.email, r.phone, r.manager, r.last_order,
               r.revenue, r.legal_basis, r.sent_at,
               (SELECT group_concat(kind, ';')
                  FROM (SELECT kind FROM mailing_response WHERE recipient_id = r.id ORDER BY id))
          FROM mailing_recipients AS r)sql";

using Row = Frozen;
constexpr std::array<Column<Row>, 9> columns = {{
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.recipient.number); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.recipient.name); }},
    {"company", "COMPANY", Kind::text, [](const Row& r) { return text_cell(r.recipient.company); }},
    {"email", "E-MAIL", Kind::text, [](const Row& r) { return text_cell(r.recipient.email); }},
    {"phone", "PHONE", Kind::text, [](const Row& r) { return text_cell(r.recipient.phone); }},
    {"legal_basis", "LEGAL BASIS", Kind::text,
     [](const Row& r) { return text_cell(r.recipient.legal_basis); }},
    {"control", "CONTROL", Kind::boolean, [](const Row& r) { return Cell(r.control); }},
    {"sent_at", "SENT AT", Kind::time, [](const Row& r) { return text_cell(r.sent_at); }},
    {"responses", "RESPONSES", Kind::list,
     [](const Row& r) { return r.responses.empty() ? Cell() : Cell(List{r.responses}); }},
}};

/// "consent of 2026-05-04 (Messe)" says where it was given.
void erase_sources(Store& store, std::int64_t person_id, std::span<const std::int64_t> kept)
{
    auto query = store.prepare(R"sql(
        SELECT id, legal_basis FROM mailing_recipient
         WHERE contact_id = :person AND legal_basis LIKE 'consent of % (%'
         ORDER BY id)sql");
    query.bind(":person", person_id);
    std::vector<std::pair<std::int64_t, std::string>> shorter;
    while (query.step())
        if (std::ranges::find(kept, query.integer(0)) == kept.end())
            shorter.emplace_back(query.integer(0),
                                 query.text(1).substr(0, query.text(1).find(" (")));
    for (const auto& [id, basis] : shorter)
        store.prepare("UPDATE mailing_recipient SET legal_basis = :basis WHERE id = :id")
            .bind(":basis", basis)
            .bind(":id", id)
            .run();
}

} // namespace

void freeze(Store& store, std::int64_t mailing_id, const Recipient& recipient, bool control)
{
    store
        .prepare(R"sql(
            INSERT INTO mailing_recipient (
                mailing_id, contact_id, company_id, control, number, name, company, salutation,
                title, given_name, family_name, letter_salutation, address, street, postcode, city,
                country, email, phone, manager, last_order, revenue, legal_basis)
            VALUES (:mailing, :contact, :company_id, :control, :number, :name, :company,
                    :salutation, :title, :given_name, :family_name, :letter_salutation, :address,
                    :street, :postcode, :city, :country, :email, :phone, :manager, :last_order,
                    :revenue, :legal_basis))sql")
        .bind(":mailing", mailing_id)
        .bind(":contact", recipient.contact_id)
        .bind(":company_id", recipient.company_id)
        .bind(":control", control)
        .bind(":number", recipient.number)
        .bind_or_null(":name", recipient.name)
        .bind_or_null(":company", recipient.company)
        .bind_or_null(":salutation", recipient.salutation)
        .bind_or_null(":title", recipient.title)
        .bind_or_null(":given_name", recipient.given_name)
        .bind_or_null(":family_name", recipient.family_name)
        .bind_or_null(":letter_salutation", recipient.letter_salutation)
        .bind_or_null(":address", joined_address(recipient))
        .bind_or_null(":street", recipient.street)
        .bind_or_null(":postcode", recipient.postcode)
        .bind_or_null(":city", recipient.city)
        .bind_or_null(":country", recipient.country)
        .bind_or_null(":email", recipient.email)
        .bind_or_null(":phone", recipient.phone)
        .bind_or_null(":manager", recipient.manager)
        .bind(":last_order", recipient.last_order)
        .bind(":revenue", recipient.revenue)
        .bind(":legal_basis", recipient.legal_basis)
        .run();
}

std::span<const Column<Frozen>> frozen_columns()
{
    return columns;
}

void list_frozen(Store& store, std::int64_t mailing_id,
                 const std::function<bool(const Frozen&)>& use)
{
    auto query = store.prepare(fmt::format(R"sql({}
          JOIN mailing AS m ON m.id = r.mailing_id
          JOIN contact AS c ON c.id = r.contact_id
         WHERE r.mailing_id = :mailing
         ORDER BY CASE m.per WHEN 'person' THEN c.number_key END, r.id)sql",
                                           select_frozen));
    query.bind(":mailing", mailing_id);
    while (query.step() && use(read_frozen(query)))
        ;
}

std::vector<Frozen> frozen_of(Store& store, std::int64_t mailing_id, std::int64_t contact_id)
{
    constexpr std::string_view theirs = R"sql(
        WITH whose AS (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact),
        theirs AS (
            SELECT id FROM mailing_recipient WHERE mailing_id = :mailing AND contact_id IN whose
            UNION
            SELECT id FROM mailing_recipient WHERE mailing_id = :mailing AND company_id IN whose))sql";
    auto query = store.prepare(
        fmt::format("{}{} WHERE r.id IN theirs ORDER BY r.id", theirs, select_frozen));
    query.bind(":mailing", mailing_id).bind(":contact", contact_id);
    std::vector<Frozen> found;
    while (query.step())
        found.push_back(read_frozen(query));
    return found;
}

void erase_frozen(Store& store, std::int64_t person_id, std::span<const std::int64_t> kept)
{
    store
        .prepare(R"sql(
            UPDATE mailing_recipient
               SET name = NULL, company = NULL, salutation = NULL, title = NULL, given_name = NULL,
                   family_name = NULL, letter_salutation = NULL, address = NULL, street = NULL,
                   postcode = NULL, city = NULL, country = NULL, email = NULL, phone = NULL,
                   manager = NULL, last_order = NULL, revenue = NULL
             WHERE contact_id = :person)sql")
        .bind(":person", person_id)
        .run();
    erase_sources(store, person_id, kept);
}

} // namespace crm
