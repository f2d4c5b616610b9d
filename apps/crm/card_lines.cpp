// SPDX-License-Identifier: MIT
#include "crm/card_lines.hpp"

#include "crm/base/items.hpp"
#include "crm/base/short_text.hpp"
#include "crm/base/translate.hpp"
#include "crm/base/width.hpp"

#include <array>

namespace crm
{

namespace
{

/// The parts that are known, with a separator between them.
std::string known(std::vector<std::string> parts, std::string_view separator = " · ")
{
    std::erase(parts, "");
    return joined(parts, separator);
}

std::string one_line(const Address& a)
{
    return known({a.street, known({a.postcode, a.city}, " "), a.region, a.country}, ", ");
}

/// "extension 21": a bare number could be anything.
std::string extension(const std::string& number)
{
    return number.empty() ? "" : format("extension {}", number);
}

/// Fields with a place of their own on the card are not listed again.
bool shown_elsewhere(Field field)
{
    switch (field) {
    case Field::name:
    case Field::given_name:
    case Field::family_name:
    case Field::street:
    case Field::postcode:
    case Field::city:
    case Field::region:
    case Field::country:
        return true;
    default:
        return false;
    }
}

void add_fields(const Card& card, std::vector<CardLine>& lines)
{
    auto values = card.values;
    values[Field::consumer] = card.consumer ? "yes" : "no";
    for (const auto& field : fields()) {
        const auto value = values.text(field.field);
        if (value.empty() || shown_elsewhere(field.field) ||
            (field.check == FieldCheck::boolean && value == "no"))
            continue;
        if (field.check == FieldCheck::boolean) {
            lines.push_back({"contact", field.key, tr("yes")});
            continue;
        }
        std::vector<std::string> items;
        for_each_item(value, [&](std::string_view item) { items.emplace_back(item); });
        lines.push_back({"contact", field.key, joined(items)});
    }
    for (const auto& [key, value] : card.own_fields)
        lines.push_back({"contact", key, value});
}

void add_people(const Card& card, std::vector<CardLine>& lines)
{
    for (const auto& work : card.employments)
        lines.push_back(
            {"employers", work.company_number + ' ' + work.company,
             known({work.role, work.department, work.phone, work.email, joined(work.functions)})});
    for (const auto& person : card.people)
        lines.push_back({"people", person.number + ' ' + person.name,
                         known({person.role, person.phone, person.mobile, person.email,
                                joined(person.functions)})});
}

/// "12, every 14.5 days, wanted every 30: late".
std::string frequency_text(const FrequencyRow& row)
{
    auto text = std::to_string(row.contacts);
    if (row.mean_interval)
        text += format(", every {} days", short_text(*row.mean_interval).view());
    if (row.target)
        text += format(", wanted every {}: {}", *row.target, row.state);
    return text;
}

void add_agreements(const Card& card, std::vector<CardLine>& lines)
{
    for (const auto& consent : card.consents)
        lines.push_back({"channels", consent.channel,
                         known({consent.blocks ? tr("blocked") : tr("allowed"), consent.day(),
                                consent.source, consent.reason})});
    for (const auto& [number, company, block] : card.company_blocks)
        lines.push_back(
            {"channels", block.channel,
             known({tr("blocked"), block.day(), number + ' ' + company, block.reason})});
    for (const auto& condition : card.conditions)
        lines.push_back(
            {"conditions", std::string(to_string(condition.kind)),
             known({known({value_of(condition), scope_of(condition)}, " "),
                    condition.last_day ? format("until {}", to_string(*condition.last_day)) : "",
                    condition.note})});
    for (const auto& entry : card.agreements)
        lines.push_back({"agreements", entry.at, known({entry.subject, entry.person})});
}

void add_talks(const Card& card, std::vector<CardLine>& lines)
{
    for (const auto& entry : card.follow_ups)
        lines.push_back({"follow-ups", to_string(*entry.follow_up),
                         known({entry.subject, entry.staff, "log " + std::to_string(entry.id)})});
    if (card.frequency)
        lines.push_back({"contacts", tr("in all"), frequency_text(*card.frequency)});
    for (const auto& entry : card.talks)
        lines.push_back({"contacts", entry.at,
                         known({entry.channel, entry.subject, entry.person, entry.staff})});
}

/// "1190.00 EUR due 2026-07-30".
std::string item_text(const TradeItem& item)
{
    return known({to_string(item.open) + ' ' + item.currency,
                  item.due ? format("due {}", to_string(*item.due)) : "",
                  item.kind == "invoice" ? "" : item.kind});
}

void add_trade(const Card& card, std::vector<CardLine>& lines)
{
    const auto& trade = card.trade;
    for (const auto& order : trade.orders)
        lines.push_back({"open orders", order.number,
                         known({to_string(order.date.value_or(Date{})), order.kind, order.status,
                                to_string(order.net) + ' ' + order.currency, order.reference})});
    for (const auto& item : trade.items)
        lines.push_back({"open items", item.document, item_text(item)});
    if (trade.balance.open != Money{})
        lines.push_back({"open items", tr("in all"),
                         known({to_string(trade.balance.open),
                                trade.balance.overdue == Money{}
                                    ? ""
                                    : format("overdue {}", to_string(trade.balance.overdue))})});
    if (trade.revenue != Money{} || trade.revenue_last_year != Money{}) {
        lines.push_back({"revenue", tr("this year"), to_string(trade.revenue)});
        lines.push_back({"revenue", tr("last year"), to_string(trade.revenue_last_year)});
    }
}

/// As a person reads it: a key of ours in their language, any other as it is.
std::string label(const CardLine& line)
{
    return line.key.empty() ? "" : printable(tr(line.key.c_str()));
}

constexpr std::array<Column<CardLine>, 3> columns = {{
    {"section", "SECTION", Kind::text, [](const CardLine& l) { return text_cell(l.section); }},
    {"key", "KEY", Kind::text, [](const CardLine& l) { return text_cell(l.key); }},
    {"value", "VALUE", Kind::text, [](const CardLine& l) { return text_cell(l.value); }},
}};

} // namespace

std::vector<CardLine> lines_of(const Card& card)
{
    std::vector<CardLine> lines;
    const auto kind = std::string(to_string(card.contact.kind));
    lines.push_back({"", card.contact.number, card.contact.name});
    lines.push_back({"contact", "kind", kind});
    if (card.archived_on)
        lines.push_back({"contact", "archived", to_string(*card.archived_on)});
    if (!card.former_numbers.empty())
        lines.push_back({"contact", "former numbers", joined(card.former_numbers)});
    if (!card.manager.empty()) {
        lines.push_back({"contact", "manager",
                         known({card.manager + " (" + card.manager_code + ")",
                                extension(card.manager_extension)})});
        if (card.manager_absent_until)
            lines.push_back({"contact", "manager absent",
                             format("until {}", to_string(*card.manager_absent_until))});
        if (!card.deputy.empty())
            lines.push_back({"contact", "deputy", card.deputy});
    }
    if (!card.staff_code.empty())
        lines.push_back({"contact", "staff", known({card.staff_code, extension(card.extension)})});
    add_fields(card, lines);
    if (!card.tags.empty())
        lines.push_back({"contact", "tags", joined(card.tags)});
    if (card.last_orders.sale)
        lines.push_back({"contact", "last sale", to_string(*card.last_orders.sale)});
    if (card.last_orders.purchase)
        lines.push_back({"contact", "last purchase", to_string(*card.last_orders.purchase)});
    for (const auto& note : card.notes)
        lines.push_back(
            {note.pinned ? "pinned" : "notes", known({note.at, note.staff}, " "), note.text});
    add_agreements(card, lines);
    for (const auto& address : card.addresses)
        lines.push_back({"addresses", address.usage, one_line(address)});
    add_people(card, lines);
    for (const auto& relation : card.relations)
        lines.push_back({"relations", relation.kind, relation.number + ' ' + relation.name});
    add_talks(card, lines);
    add_trade(card, lines);
    return lines;
}

std::span<const Column<CardLine>> card_line_columns()
{
    return columns;
}

void print_card(std::ostream& out, const std::vector<CardLine>& lines)
{
    int width = 0;
    for (const auto& line : lines)
        if (!line.section.empty())
            width = std::max(width, display_width(label(line)));
    std::string section;
    for (const auto& line : lines) {
        if (line.section.empty()) {
            out << line.key << "  " << printable(line.value) << '\n';
            continue;
        }
        if (line.section != section && !section.empty())
            out << '\n' << tr(line.section.c_str()) << '\n';
        section = line.section;
        const auto key = label(line);
        const auto gap = static_cast<std::size_t>(width - display_width(key));
        out << "  " << key << (line.value.empty() ? "" : std::string(gap, ' ') + "  ")
            << printable(line.value) << '\n';
    }
}

} // namespace crm
