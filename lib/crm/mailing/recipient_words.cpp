// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/mailing/recipients.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 4> channels = {"post", "email", "newsletter", "phone"};

using Row = Recipient;

template<std::size_t line>
Cell address_cell(const Row& row)
{
    return text_cell(row.address[line]);
}

constexpr std::array<Column<Row>, 24> columns = {{
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"company", "COMPANY", Kind::text, [](const Row& r) { return text_cell(r.company); }, detail},
    {"salutation", "SALUTATION", Kind::text, [](const Row& r) { return text_cell(r.salutation); },
     detail},
    {"title", "TITLE", Kind::text, [](const Row& r) { return text_cell(r.title); }, detail},
    {"given_name", "GIVEN NAME", Kind::text, [](const Row& r) { return text_cell(r.given_name); },
     detail},
    {"family_name", "FAMILY NAME", Kind::text,
     [](const Row& r) { return text_cell(r.family_name); }, detail},
    {"letter_salutation", "LETTER", Kind::text,
     [](const Row& r) { return text_cell(r.letter_salutation); }, detail},
    {"address_1", "ADDRESS 1", Kind::text, address_cell<0>, detail},
    {"address_2", "ADDRESS 2", Kind::text, address_cell<1>, detail},
    {"address_3", "ADDRESS 3", Kind::text, address_cell<2>, detail},
    {"address_4", "ADDRESS 4", Kind::text, address_cell<3>, detail},
    {"address_5", "ADDRESS 5", Kind::text, address_cell<4>, detail},
    {"address_6", "ADDRESS 6", Kind::text, address_cell<5>, detail},
    {"street", "STREET", Kind::text, [](const Row& r) { return text_cell(r.street); }, detail},
    {"postcode", "POSTCODE", Kind::text, [](const Row& r) { return text_cell(r.postcode); },
     detail},
    {"city", "CITY", Kind::text, [](const Row& r) { return text_cell(r.city); }},
    {"country", "COUNTRY", Kind::text, [](const Row& r) { return text_cell(r.country); }, detail},
    {"email", "EMAIL", Kind::text, [](const Row& r) { return text_cell(r.email); }},
    {"phone", "PHONE", Kind::text, [](const Row& r) { return text_cell(r.phone); }, detail},
    {"manager", "MANAGER", Kind::text, [](const Row& r) { return text_cell(r.manager); }, detail},
    {"last_order", "LAST ORDER", Kind::date, [](const Row& r) { return cell(r.last_order); },
     detail},
    {"revenue", "REVENUE", Kind::money, [](const Row& r) { return cell(r.revenue); }},
    {"legal_basis", "LEGAL BASIS", Kind::text,
     [](const Row& r) { return text_cell(r.legal_basis); }},
}};

constexpr std::array<Column<Exclusion>, 4> excluded_columns = {{
    {"number", "NUMBER", Kind::text, [](const Exclusion& e) { return text_cell(e.number); }},
    {"name", "NAME", Kind::text, [](const Exclusion& e) { return text_cell(e.name); }},
    {"company", "COMPANY", Kind::text, [](const Exclusion& e) { return text_cell(e.company); }},
    {"reason", "REASON", Kind::text, [](const Exclusion& e) { return text_cell(e.reason); }},
}};

} // namespace

std::span<const std::string_view> mailing_channels()
{
    return channels;
}

void check_mailing_channel(std::string_view channel)
{
    if (std::ranges::find(channels, channel) == channels.end())
        throw error(ErrorKind::usage, "'{}' is no channel of mailings", channel)
            .with_hint("one of: {}", joined(channels));
}

std::string_view to_string(Per per)
{
    return per == Per::company ? "company" : "person";
}

Per parse_per(std::string_view text)
{
    for (const auto per : {Per::company, Per::person})
        if (text == to_string(per))
            return per;
    throw error(ErrorKind::usage, "'{}' is no kind of recipient", text)
        .with_hint("one of: company, person");
}

std::span<const Column<Recipient>> recipient_columns()
{
    return columns;
}

std::span<const Column<Exclusion>> exclusion_columns()
{
    return excluded_columns;
}

} // namespace crm
