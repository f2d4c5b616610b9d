// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/import_row.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/person_name.hpp"

#include <algorithm>

namespace crm
{

namespace
{

using Part = ExchangePart;
constexpr std::string_view emptied = "-";

std::string checked_value(Field field, std::string_view text)
{
    if (text != emptied)
        return checked(field, text);
    const bool stays_known = info(field).check == FieldCheck::boolean && field != Field::consumer;
    return stays_known ? "no" : "";
}

void put_field(ImportCells& cells, Field field, std::string_view text, bool beside)
{
    auto value = checked_value(field, text);
    auto& stored = cells.values[field];
    if (beside && stored && !stored->empty() && !value.empty())
        append_item(*stored, value);
    else if (!beside || !stored || stored->empty())
        stored = std::move(value);
}

void put(ImportCells& cells, const ExchangeKey& key, std::string_view text, bool beside)
{
    switch (key.part) {
    case Part::field:
        put_field(cells, key.field, text, beside && takes_several(key));
        break;
    case Part::own_field:
        cells.own_fields.emplace_back(key.rest, text == emptied ? std::string_view() : text);
        break;
    case Part::address:
        if (text == emptied)
            cells.dropped_addresses.push_back(key.rest);
        else
            std::ranges::move(parse_address_cell(key.rest, text),
                              std::back_inserter(cells.addresses));
        break;
    default:
        if (beside && takes_several(key))
            append_item(cells.text(key.part), text);
        else
            cells.text(key.part) = text;
    }
}

/// The value of a part: nothing if its cell is empty, empty text if it is "-".
std::optional<std::string> given(const ImportCells& cells, Part part)
{
    const auto& text = cells.text(part);
    if (text.empty())
        return std::nullopt;
    return text == emptied ? std::string() : text;
}

std::string plain(const ImportCells& cells, Part part)
{
    return given(cells, part).value_or("");
}

Date read_day(std::string_view key, const std::string& text)
{
    try {
        if (text.find_first_not_of("0123456789.-") == std::string::npos)
            return parse_date(text, Date{});
    } catch (const Error&) {
        // said below, with the key
    }
    throw error(ErrorKind::rejected, "'{}' is no valid value for {}", text, key)
        .with_hint("give a date as in 2026-06-30 or 30.06.2026");
}

bool read_boolean(std::string_view key, const std::string& text)
{
    const auto value = parse_boolean(text);
    if (!value)
        throw error(ErrorKind::rejected, "'{}' is no valid value for {}", text, key)
            .with_hint("give yes or no");
    return *value;
}

std::vector<std::string> read_items(std::string_view joined)
{
    std::vector<std::string> items;
    for_each_item(joined, [&](std::string_view item) { items.emplace_back(item); });
    return items;
}

std::vector<std::string> read_functions(const std::string& joined)
{
    auto functions = read_items(joined == emptied ? std::string_view() : joined);
    const auto known = employment_functions();
    for (const auto& function : functions)
        if (std::ranges::find(known, function) == known.end())
            throw error(ErrorKind::rejected, "'{}' is no valid value for {}", function,
                        "employment.for")
                .with_hint("one of: accounting, orders, delivery, mailing");
    return functions;
}

std::optional<std::string> checked_part(const ImportCells& cells, Part part, Field as)
{
    auto text = given(cells, part);
    return text ? std::optional(checked(as, *text)) : std::nullopt;
}

EmploymentData read_employment(const ImportCells& cells)
{
    EmploymentData work;
    work.role = given(cells, Part::role);
    work.department = given(cells, Part::department);
    work.phone = checked_part(cells, Part::work_phone, Field::phone);
    work.email = checked_part(cells, Part::work_email, Field::email);
    work.functions = read_functions(cells.text(Part::work_functions));
    if (const auto text = plain(cells, Part::work_main); !text.empty())
        work.main = read_boolean("employment.main", text);
    if (const auto text = plain(cells, Part::work_first_day); !text.empty())
        work.first_day = read_day("employment.from", text);
    if (const auto text = plain(cells, Part::work_last_day); !text.empty())
        work.last_day = read_day("employment.to", text);
    return work;
}

bool says_something(const EmploymentData& work)
{
    return work.role || work.department || work.phone || work.email || work.main ||
           work.first_day || work.last_day || !work.functions.empty();
}

/// Whether a row without a kind is a person's.
bool looks_like_person(const ImportCells& cells)
{
    const bool named = !cells.values.text(Field::name).empty();
    const bool employed =
        !plain(cells, Part::company).empty() || !plain(cells, Part::company_number).empty();
    const bool only_given = !cells.values.text(Field::given_name).empty() && !named && !employed;
    return !cells.values.text(Field::family_name).empty() || (named && employed) || only_given ||
           !plain(cells, Part::staff).empty();
}

ContactKind kind_of(const ImportCells& cells, std::optional<ContactKind> known)
{
    const auto text = lower(plain(cells, Part::kind));
    if (text.empty())
        return known                      ? *known
               : looks_like_person(cells) ? ContactKind::person
                                          : ContactKind::company;
    if (text != "company" && text != "person")
        throw error(ErrorKind::rejected, "'{}' is no valid value for {}", text, "kind")
            .with_hint("one of: company, person");
    const auto kind = parse_contact_kind(text);
    if (known && *known != kind)
        throw error(ErrorKind::rejected, "{} is recorded as a {}, not as a {}",
                    plain(cells, Part::number), to_string(*known), text);
    return kind;
}

/// The contact person of a company's row: salutation and the like are a person's, not a company's.
void take_contact_person(ImportContact& contact, const ImportCells& cells)
{
    auto& company = contact.data.values;
    const auto name = plain(cells, Part::person);
    auto work = read_employment(cells);
    if (name.empty() && full_name(company).empty()) {
        if (says_something(work))
            contact.warnings.push_back(
                format("'{}' describes nobody: no person is named", work.role.value_or("")));
        return;
    }
    ContactData person;
    person.values[Field::name] = name.empty() ? full_name(company) : name;
    for (const auto field : {Field::salutation, Field::title, Field::birthday})
        person.values[field] = std::exchange(company[field], std::nullopt);
    if (name.empty() && !company.text(Field::family_name).empty()) {
        person.values[Field::given_name] = company[Field::given_name];
        person.values[Field::family_name] = company[Field::family_name];
    }
    company[Field::given_name].reset();
    company[Field::family_name].reset();
    person.employment = std::move(work);
    contact.person = std::move(person);
}

void read_company(ImportContact& contact, const ImportCells& cells, bool known)
{
    auto& data = contact.data;
    const auto company = plain(cells, Part::company);
    if (data.values.text(Field::name).empty() && !company.empty())
        data.values[Field::name] = company;
    if (!data.number && !plain(cells, Part::company_number).empty())
        data.number = plain(cells, Part::company_number);
    if (data.values.text(Field::name).empty() && !known)
        throw error(ErrorKind::rejected, "the row has no name");
    if (!plain(cells, Part::staff).empty())
        throw error(ErrorKind::rejected, "'{}' is a company; only a person can be staff",
                    data.values.text(Field::name));
    take_contact_person(contact, cells);
}

void read_staff(ImportContact& contact, const ImportCells& cells)
{
    const auto code = plain(cells, Part::staff);
    if (code.empty())
        return;
    contact.data.staff = StaffData{code, given(cells, Part::extension), std::nullopt};
    contact.deputy = plain(cells, Part::deputy);
}

void read_person(ImportContact& contact, const ImportCells& cells, bool known)
{
    auto& values = contact.data.values;
    const bool nameless =
        values.text(Field::name).empty() && values.text(Field::family_name).empty();
    if (nameless && !plain(cells, Part::person).empty())
        values[Field::name] = plain(cells, Part::person);
    else if (nameless && !known)
        throw error(ErrorKind::rejected, "a person needs a family name");
    contact.employer = {plain(cells, Part::company_number), plain(cells, Part::company)};
    read_staff(contact, cells);
    auto work = read_employment(cells);
    if (contact.employer.given() || contact.data.staff || (known && says_something(work)))
        contact.data.employment = std::move(work);
    else if (says_something(work))
        contact.warnings.push_back(
            format("'{}' is left out: no company is named", work.role.value_or("")));
}

std::vector<std::string> read_channels(const ImportCells& cells, Part part, const char* key)
{
    auto channels = read_items(plain(cells, part));
    const auto known = advertising_channels();
    for (const auto& channel : channels)
        if (std::ranges::find(known, channel) == known.end())
            throw error(ErrorKind::rejected, "'{}' is no valid value for {}", channel, key)
                .with_hint("one of: {}", joined(known));
    return channels;
}

void read_consents(ImportContact& contact, const ImportCells& cells, bool known)
{
    contact.blocks = read_channels(cells, Part::blocks, "blocks");
    contact.consents = read_channels(cells, Part::consents, "consents");
    for (const auto& channel : contact.blocks)
        if (std::ranges::find(contact.consents, channel) != contact.consents.end() ||
            channel == contact.data.values.text(Field::preferred_channel))
            throw error(ErrorKind::rejected,
                        "'{}' is blocked, so it is neither consented to nor preferred", channel);
    for (const auto part : {Part::blocks, Part::consents})
        if (known && cells.text(part) == emptied)
            contact.warnings.push_back(
                format("'-' takes no block or consent back; 'crm contact allow' and 'block' do"));
}

void read_details(ImportContact& contact, const ImportCells& cells, Date today)
{
    contact.manager = cells.text(Part::manager);
    contact.drops_tags = cells.text(Part::tags) == emptied;
    if (!contact.drops_tags)
        contact.data.tags = read_items(cells.text(Part::tags));
    if (const auto note = plain(cells, Part::note); !note.empty())
        contact.data.note = note;
    if (const auto text = given(cells, Part::archived)) {
        const auto word = text->empty() ? std::optional(false) : parse_boolean(*text);
        if (word)
            contact.archived = *word ? std::optional(today) : std::nullopt;
        else
            contact.archived = read_day("archived", *text);
    }
}

/// A setting for all rows replaces the cell but for what a row must not lose by it.
bool adds_to_row(Part part)
{
    return part == Part::tags || part == Part::blocks || part == Part::consents;
}

} // namespace

ImportCells read_cells(std::span<const ExchangeKey> keys, const ImportRow& row,
                       std::span<const ImportSetting> settings)
{
    ImportCells cells;
    for (const auto& [key, text] : row.cells)
        if (key != ImportCell::ignored && !text.empty())
            put(cells, keys[key], text, true);
    for (const auto& [key, text] : settings)
        put(cells, key, text, adds_to_row(key.part));
    return cells;
}

ImportContact read_contact(ImportCells cells, std::optional<ContactKind> known, Date today)
{
    ImportContact contact;
    contact.kind = kind_of(cells, known);
    contact.data.number = given(cells, Part::number);
    contact.data.values = std::move(cells.values);
    contact.data.own_fields = std::move(cells.own_fields);
    contact.addresses = std::move(cells.addresses);
    contact.dropped_addresses = std::move(cells.dropped_addresses);
    if (contact.kind == ContactKind::company)
        read_company(contact, cells, known.has_value());
    else
        read_person(contact, cells, known.has_value());
    read_consents(contact, cells, known.has_value());
    read_details(contact, cells, today);
    return contact;
}

} // namespace crm
