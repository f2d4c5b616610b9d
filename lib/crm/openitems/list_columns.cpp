// SPDX-License-Identifier: MIT
#include "crm/openitems/list.hpp"

#include <array>

namespace crm
{

namespace
{

using Row = OpenItem;

std::string_view bucket_of(std::int64_t days_overdue)
{
    if (days_overdue <= 0)
        return "not_due";
    if (days_overdue <= 30)
        return "1-30";
    if (days_overdue <= 60)
        return "31-60";
    return days_overdue <= 90 ? "61-90" : ">90";
}

constexpr std::array<Column<Row>, 26> columns = {{
    {"account", "ACCOUNT", Kind::integer, [](const Row& r) { return cell(r.account); }, detail},
    {"contact_number", "NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.contact_number); }},
    {"contact", "CONTACT", Kind::text, [](const Row& r) { return text_cell(r.contact); }},
    {"document", "DOCUMENT", Kind::text, [](const Row& r) { return text_cell(r.document); }},
    {"reference", "REFERENCE", Kind::text, [](const Row& r) { return text_cell(r.reference); },
     detail},
    {"kind", "KIND", Kind::text, [](const Row& r) { return text_cell(r.kind); }, detail},
    {"side", "SIDE", Kind::text, [](const Row& r) { return text_cell(r.side); }, detail},
    {"date", "DATE", Kind::date, [](const Row& r) { return cell(r.date); }, detail},
    {"due", "DUE", Kind::date, [](const Row& r) { return cell(r.due); }},
    {"amount", "AMOUNT", Kind::money, [](const Row& r) { return Cell(r.amount); }, detail},
    {"paid", "PAID", Kind::money, [](const Row& r) { return Cell(r.amount - r.open); }, detail},
    {"open", "OPEN", Kind::money, [](const Row& r) { return Cell(r.open); }},
    {"currency", "CURRENCY", Kind::text, [](const Row& r) { return text_cell(r.currency); },
     detail},
    {"skonto_until", "SKONTO UNTIL", Kind::date, [](const Row& r) { return cell(r.skonto_until); },
     detail},
    {"skonto_amount", "SKONTO", Kind::money, [](const Row& r) { return cell(r.skonto_amount); },
     detail},
    {"days_overdue", "DAYS OVERDUE", Kind::integer,
     [](const Row& r) { return Cell(r.days_overdue); }},
    {"bucket", "BUCKET", Kind::text, [](const Row& r) { return Cell(bucket_of(r.days_overdue)); },
     detail},
    {"dunning_level", "LEVEL", Kind::integer, [](const Row& r) { return Cell(r.dunning_level); },
     detail},
    {"dunning_block", "BLOCK", Kind::boolean,
     [](const Row& r) { return Cell(r.block.has_value()); }, detail},
    {"conditions", "CONDITIONS", Kind::text,
     [](const Row& r) { return text_cell(r.who.conditions); }, detail},
    {"manager", "MANAGER", Kind::text, [](const Row& r) { return text_cell(r.who.manager); }},
    {"manager_extension", "EXTENSION", Kind::text,
     [](const Row& r) { return text_cell(r.who.manager_extension); }, detail},
    {"accounting_person", "ACCOUNTING", Kind::text,
     [](const Row& r) { return text_cell(r.who.accounting_person); }, detail},
    {"preferred_channel", "PREFERRED", Kind::text,
     [](const Row& r) { return text_cell(r.who.preferred_channel); }, detail},
    {"phone", "PHONE", Kind::list, [](const Row& r) { return Cell(List{r.who.phone}); }, detail},
    {"email", "EMAIL", Kind::list, [](const Row& r) { return Cell(List{r.who.email}); }, detail},
}};

constexpr std::array<Column<Row>, 2> of_blocks = {{
    {"block_until", "BLOCKED UNTIL", Kind::date,
     [](const Row& r) { return cell(r.block ? r.block->until : std::nullopt); }},
    {"block_reason", "REASON", Kind::text,
     [](const Row& r) { return text_cell(r.block ? std::string_view(r.block->reason) : ""); }},
}};

constexpr std::array<Column<Row>, 2> of_promises = {{
    {"promised_for", "PROMISED FOR", Kind::date,
     [](const Row& r) { return cell(r.promise ? std::optional(r.promise->date) : std::nullopt); }},
    {"promised_amount", "PROMISED", Kind::money,
     [](const Row& r) { return cell(r.promise ? r.promise->amount : std::nullopt); }},
}};

} // namespace

std::span<const Column<OpenItem>> open_item_columns()
{
    return columns;
}

std::span<const Column<OpenItem>> block_columns()
{
    return of_blocks;
}

std::span<const Column<OpenItem>> promise_columns()
{
    return of_promises;
}

} // namespace crm
