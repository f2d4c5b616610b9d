// SPDX-License-Identifier: MIT
#include "crm/contact/postal_address.hpp"

#include "crm/base/country.hpp"
#include "crm/base/text.hpp"
#include "crm/base/titled_name.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace crm
{

namespace
{

/// What stands where a salutation would, of those who are addressed by their name alone.
constexpr std::array<std::string_view, 7> neutral_words = {
    "divers", "d", "keine", "keine angabe", "ohne", "neutral", "x"};

std::string words_of(std::initializer_list<std::string_view> words)
{
    std::string text;
    for (const auto word : words)
        if (!word.empty())
            text.append(text.empty() ? "" : " ").append(word);
    return text;
}

/// "Frau Dr. Eva Meier", or the firm with its legal form.
std::string name_line(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(
        "SELECT kind, name, salutation, title, legal_form FROM contact WHERE id = :id");
    query.bind(":id", contact_id);
    query.step();
    if (parse_contact_kind(query.text(0)) == ContactKind::person)
        return person_line(query.text(2), query.text(3), query.text(1));
    return firm_line(query.text(1), query.text(4));
}

/// Whether nobody of that name is at the firm any more: who worked there and has left by the day.
bool has_left(Store& store, std::int64_t person_id, std::int64_t company_id, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT max(coalesce(last_day, :day)) < :day FROM employment
         WHERE person_id = :person AND company_id = :company)sql");
    query.bind(":day", day).bind(":person", person_id).bind(":company", company_id).step();
    return query.boolean(0);
}

/// The German name of a country in capitals. Its letters are those of Latin-1, whose small ones
/// lie 0x20 above, in UTF-8 the second of two bytes.
std::string country_line(std::string_view alpha2)
{
    std::string name(country_name(alpha2, "de"));
    char former = 0;
    for (char& c : name) {
        const bool small = byte(former) == 0xC3 && byte(c) >= 0xA0 && byte(c) != 0xB7;
        former = c;
        c = small ? static_cast<char>(byte(c) - 0x20) : ascii_upper(c);
    }
    return name;
}

} // namespace

std::string person_line(std::string_view salutation, std::string_view title, std::string_view name)
{
    const auto word = lower(trim(salutation));
    const bool neutral = std::ranges::find(neutral_words, word) != neutral_words.end();
    const auto suffix = title.substr(begin_of_suffix(title));
    title = trim(title.substr(0, title.size() - suffix.size()));
    auto line = words_of({neutral ? std::string_view() : salutation, title, name});
    return line.append(suffix.empty() ? "" : ", ").append(suffix);
}

std::string firm_line(std::string_view name, std::string_view legal_form)
{
    return name.ends_with(legal_form) ? std::string(name) : words_of({name, legal_form});
}

bool is_complete(const AddressParts& parts, std::string_view home)
{
    const bool abroad = !parts.country.empty() && parts.country != home;
    return !parts.street.empty() && !parts.city.empty() && (abroad || !parts.postcode.empty());
}

void write_address(const AddressParts& parts, std::string_view home, std::span<std::string> lines)
{
    std::size_t count = 0;
    const auto add = [&](std::string_view line, std::string_view more = "") {
        if ((line.empty() && more.empty()) || count == lines.size())
            return;
        lines[count].assign(line);
        if (!line.empty() && !more.empty())
            lines[count] += ' ';
        lines[count++].append(more);
    };
    add(parts.firm);
    add(parts.department);
    add(parts.person);
    add(parts.street);
    add(parts.postcode, parts.city);
    if (!parts.country.empty() && parts.country != home)
        add(country_line(parts.country));
    for (; count < lines.size(); ++count)
        lines[count].clear();
}

Address chosen_address(Store& store, std::int64_t contact_id, std::string_view usage, Date day)
{
    const auto all = addresses_of(store, contact_id, day);
    const auto written = [](const Address& a) { return !a.street.empty() || !a.city.empty(); };
    for (const std::string_view wanted :
         {usage, std::string_view("main"), std::string_view("pobox")})
        for (const auto& address : all)
            if (address.usage == wanted && written(address))
                return address;
    return all.empty() ? Address{} : all.front();
}

PostalAddress postal_address(Store& store, std::int64_t contact_id,
                             std::optional<std::int64_t> person_id, std::string_view usage,
                             Date day)
{
    const auto address = chosen_address(store, contact_id, usage, day);
    const auto home = own_country(store);
    const auto name = name_line(store, contact_id);
    const bool at_firm =
        person_id && *person_id != contact_id && !has_left(store, *person_id, contact_id, day);
    const auto person = at_firm ? name_line(store, *person_id) : std::string();
    const AddressParts parts{
        name, "", person, address.street, address.postcode, address.city, address.country};
    std::array<std::string, most_address_lines> lines;
    write_address(parts, home, lines);
    PostalAddress postal{"", is_complete(parts, home)};
    for (const auto& line : lines)
        if (!line.empty())
            postal.lines.append(postal.lines.empty() ? "" : "\n").append(line);
    return postal;
}

} // namespace crm
