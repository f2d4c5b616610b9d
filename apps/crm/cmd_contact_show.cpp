// SPDX-License-Identifier: MIT
#include "crm/base/items.hpp"
#include "crm/base/width.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/switchboard/card.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <iomanip>

namespace crm
{

namespace
{

struct ShowOptions {
    std::string contact;
};

/// A line of the card: every format but JSON is made of them.
struct CardLine {
    std::string section;
    std::string key;
    std::string value;
};

constexpr std::array<Column<CardLine>, 3> columns = {{
    {"section", "SECTION", Kind::text, [](const CardLine& l) { return text_cell(l.section); }},
    {"key", "KEY", Kind::text, [](const CardLine& l) { return text_cell(l.key); }},
    {"value", "VALUE", Kind::text, [](const CardLine& l) { return text_cell(l.value); }},
}};

/// The parts that are known, with a separator between them.
std::string joined(std::initializer_list<std::string> parts, const char* separator)
{
    std::string all;
    for (const auto& part : parts)
        if (!part.empty())
            all += (all.empty() ? "" : separator) + part;
    return all;
}

std::string one_line(const Address& a)
{
    return joined({a.street, joined({a.postcode, a.city}, " "), a.region, a.country}, ", ");
}

std::string list(const std::vector<std::string>& items, const char* separator)
{
    std::string all;
    for (const auto& item : items)
        all += (all.empty() ? "" : separator) + item;
    return all;
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
        std::string text;
        for_each_item(value, [&](std::string_view item) {
            text += (text.empty() ? "" : ", ") + std::string(item);
        });
        lines.push_back({"contact", field.key, text});
    }
    for (const auto& [key, value] : card.own_fields)
        lines.push_back({"contact", key, value});
}

void add_people(const Card& card, std::vector<CardLine>& lines)
{
    for (const auto& work : card.employments)
        lines.push_back({"employers", work.company_number + ' ' + work.company,
                         joined({work.role, work.department, work.phone, work.email,
                                 list(work.functions, ", ")},
                                " · ")});
    for (const auto& person : card.people)
        lines.push_back({"people", person.number + ' ' + person.name,
                         joined({person.role, person.phone, person.mobile, person.email,
                                 list(person.functions, ", ")},
                                " · ")});
}

std::vector<CardLine> lines_of(const Card& card)
{
    std::vector<CardLine> lines;
    const auto kind = std::string(to_string(card.contact.kind));
    lines.push_back({"", card.contact.number, card.contact.name});
    lines.push_back({"contact", "kind", kind});
    if (card.archived_on)
        lines.push_back({"contact", "archived", to_string(*card.archived_on)});
    if (!card.former_numbers.empty())
        lines.push_back({"contact", "former numbers", list(card.former_numbers, ", ")});
    if (!card.manager.empty()) {
        lines.push_back({"contact", "manager",
                         joined({card.manager + " (" + card.manager_code + ")",
                                 extension(card.manager_extension)},
                                " · ")});
        if (!card.deputy.empty())
            lines.push_back({"contact", "deputy", card.deputy});
    }
    if (!card.staff_code.empty())
        lines.push_back(
            {"contact", "staff", joined({card.staff_code, extension(card.extension)}, " · ")});
    add_fields(card, lines);
    if (!card.tags.empty())
        lines.push_back({"contact", "tags", list(card.tags, ", ")});
    for (const auto& note : card.notes)
        lines.push_back(
            {note.pinned ? "pinned" : "notes", joined({note.at, note.staff}, " "), note.text});
    for (const auto& address : card.addresses)
        lines.push_back({"addresses", address.usage, one_line(address)});
    add_people(card, lines);
    for (const auto& relation : card.relations)
        lines.push_back({"relations", relation.kind, relation.number + ' ' + relation.name});
    return lines;
}

void print_text(std::ostream& out, const std::vector<CardLine>& lines)
{
    int width = 0;
    for (const auto& line : lines)
        if (!line.section.empty())
            width = std::max(width, display_width(printable(line.key)));
    std::string section;
    for (const auto& line : lines) {
        if (line.section.empty()) {
            out << line.key << "  " << printable(line.value) << '\n';
            continue;
        }
        if (line.section != section && line.section != "contact")
            out << '\n' << line.section << '\n';
        section = line.section;
        const auto key = printable(line.key);
        const auto gap = static_cast<std::size_t>(width - display_width(key));
        out << "  " << key << (line.value.empty() ? "" : std::string(gap, ' ') + "  ")
            << printable(line.value) << '\n';
    }
}

using Json = nlohmann::ordered_json;

/// What is not known is null, never an empty text.
Json known(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json json_of(const Address& a)
{
    return {{"as", a.usage},         {"street", known(a.street)}, {"postcode", known(a.postcode)},
            {"city", known(a.city)}, {"region", known(a.region)}, {"country", known(a.country)}};
}

Json json_items(std::string_view items)
{
    auto array = Json::array();
    for_each_item(items, [&](std::string_view item) { array.push_back(item); });
    return array;
}

Json json_values(const FieldValues& values)
{
    Json object = Json::object();
    for (const auto& field : fields()) {
        const auto& value = values[field.field];
        if (field.check == FieldCheck::phones || field.check == FieldCheck::emails)
            object[field.key] = json_items(values.text(field.field));
        else if (!value)
            object[field.key] = nullptr;
        else if (field.check == FieldCheck::boolean)
            object[field.key] = *value == "yes";
        else
            object[field.key] = *value;
    }
    return object;
}

Json json_of(const Card& card)
{
    Json object = {{"number", card.contact.number}, {"kind", to_string(card.contact.kind)}};
    object.update(json_values(card.values));
    object["consumer"] = card.consumer;
    object["archived"] = card.archived_on ? Json(to_string(*card.archived_on)) : Json(nullptr);
    object["former_numbers"] = card.former_numbers;
    object["staff"] = known(card.staff_code);
    object["extension"] = known(card.extension);
    object["manager"] = known(card.manager);
    object["manager_extension"] = known(card.manager_extension);
    object["deputy"] = known(card.deputy);
    object["tags"] = card.tags;
    object["fields"] = Json::object();
    for (const auto& [key, value] : card.own_fields)
        object["fields"][key] = value;
    for (const auto* key : {"addresses", "employers", "people", "relations", "notes"})
        object[key] = Json::array();
    for (const auto& address : card.addresses)
        object["addresses"].push_back(json_of(address));
    for (const auto& work : card.employments)
        object["employers"].push_back({{"number", work.company_number},
                                       {"name", work.company},
                                       {"role", known(work.role)},
                                       {"department", known(work.department)},
                                       {"phone", json_items(work.phone)},
                                       {"email", json_items(work.email)},
                                       {"for", work.functions}});
    for (const auto& person : card.people)
        object["people"].push_back({{"number", person.number},
                                    {"name", person.name},
                                    {"role", known(person.role)},
                                    {"phone", json_items(person.phone)},
                                    {"mobile", json_items(person.mobile)},
                                    {"email", json_items(person.email)},
                                    {"for", person.functions}});
    for (const auto& relation : card.relations)
        object["relations"].push_back(
            {{"kind", relation.kind}, {"number", relation.number}, {"name", relation.name}});
    for (const auto& note : card.notes)
        object["notes"].push_back({{"at", note.at},
                                   {"staff", known(note.staff)},
                                   {"text", note.text},
                                   {"pinned", note.pinned}});
    return object;
}

void declare_show(CLI::App& verb, ShowOptions& o)
{
    argument(verb, "contact", o.contact,
             "number, name, or text that matches just one contact, or - for numbers on standard "
             "input");
}

void print_json(std::ostream& out, const Json& json, int indent)
{
    out << json.dump(indent, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// One card is an object, those of "-" are an array of them.
void print_array(std::ostream& out, const std::vector<Card>& cards)
{
    auto array = Json::array();
    for (const auto& card : cards)
        array.push_back(json_of(card));
    print_json(out, array, 2);
}

void print_cards(std::ostream& out, const std::vector<Card>& cards)
{
    for (const auto& card : cards) {
        if (&card != &cards.front())
            out << '\n';
        print_text(out, lines_of(card));
    }
}

int run_show(Context& ctx, const ShowOptions& o)
{
    auto store = ctx.open_store();
    std::vector<Card> cards;
    for (const auto& each : ctx.targets(o.contact))
        cards.push_back(card_of(store, contact_to_read(store, each), ctx.today()));
    switch (ctx.output_options().format) {
    case Format::table:
        print_cards(ctx.output(), cards);
        return done;
    case Format::json:
        o.contact == "-" ? print_array(ctx.output(), cards)
                         : print_json(ctx.output(), json_of(cards.front()), 2);
        return done;
    case Format::jsonl:
        for (const auto& card : cards)
            print_json(ctx.output(), json_of(card), -1);
        return done;
    default:
        return ctx.print_listing<CardLine>(columns, [&](const auto& use) {
            for (const auto& card : cards)
                for (const auto& line : lines_of(card))
                    if (!use(line))
                        return;
        });
    }
}

} // namespace

void add_contact_show(const Noun& noun)
{
    add_verb<ShowOptions>(noun, {"show", "the whole card of a contact"}, declare_show, run_show);
}

} // namespace crm
