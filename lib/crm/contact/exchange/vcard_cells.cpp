// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/vcard_cells.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/country.hpp"
#include "crm/base/date.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/base/titled_name.hpp"
#include "crm/contact/exchange/address_cell.hpp"
#include "crm/format/vcard_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// What only describes the file or the look of the card.
constexpr std::array<std::string_view, 13> not_kept = {"CLASS",
                                                       "MAILER",
                                                       "SOURCE",
                                                       "SORT-STRING",
                                                       "CLIENTPIDMAP",
                                                       "X-ABUID",
                                                       "X-MOZILLA-HTML",
                                                       "X-IMAGETYPE",
                                                       "X-IMAGEHASH",
                                                       "X-MS-OL-DESIGN",
                                                       "X-MS-CARDPICTURE",
                                                       "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
                                                       "X-EVOLUTION-FILE-AS"};

bool has(const std::vector<std::string>& types, std::string_view type)
{
    return std::ranges::find(types, type) != types.end();
}

/// A value in a list that is joined by ';'.
std::string item(std::string value)
{
    std::ranges::replace(value, ';', ',');
    return value;
}

/// A value on one line.
std::string one_line(std::string_view value)
{
    std::string line;
    for (const char c : value)
        line += c == '\n' ? std::string(", ") : std::string(1, c);
    return line;
}

/// Collects cells by key; several values of a key are joined.
class CellCollector
{
  public:
    void set(std::string_view key, std::string_view value)
    {
        if (!value.empty())
            cells_.emplace_back(key, value);
    }
    void add(std::string_view key, const std::string& value, std::string_view separator = ";")
    {
        if (value.empty())
            return;
        const auto known = std::ranges::find(cells_, key, &KeyedCells::value_type::first);
        if (known == cells_.end())
            cells_.emplace_back(key, value);
        else
            known->second += std::string(separator) + value;
    }
    KeyedCells take() { return std::move(cells_); }

  private:
    KeyedCells cells_;
};

class CardReader
{
  public:
    explicit CardReader(const VCard& card)
        : card_(card), company_(card.kind != "individual"),
          employed_(!company_ && !card.organization.empty())
    {
    }

    KeyedCells read()
    {
        cells_.set("kind", company_ ? "company" : "person");
        company_ ? read_company() : read_person();
        read_phones();
        read_emails();
        read_addresses();
        read_urls();
        read_rest();
        return cells_.take();
    }

  private:
    void read_company();
    void read_person();
    void read_prefix();
    void read_phones();
    void read_emails();
    void read_addresses();
    void read_address(const VCard::Address& address, const std::string& usage);
    void read_urls();
    void read_rest();
    void read_others();
    void note_label(const std::string& label, const std::string& value)
    {
        if (!label.empty())
            cells_.add("field.labels", fmt::format("{}: {}", label, value), "; ");
    }

    const VCard& card_;
    bool company_;
    bool employed_;
    CellCollector cells_;
};

void CardReader::read_company()
{
    const auto& name = card_.organization.empty() ? card_.formatted_name : card_.organization;
    cells_.set("name", name);
    std::string person = card_.given;
    person += (person.empty() || card_.family.empty() ? "" : " ") + card_.family;
    cells_.set("person", person);
    const bool named = !person.empty();
    cells_.set(named ? "role" : "field.role", card_.title.empty() ? card_.role : card_.title);
    cells_.set(named ? "department" : "field.department", joined(card_.departments, " / "));
    if (!named && card_.formatted_name != name)
        cells_.set("field.display_name", card_.formatted_name);
    read_prefix();
}

void CardReader::read_person()
{
    const bool named = !card_.family.empty() || !card_.given.empty();
    std::string given = card_.given;
    given += (given.empty() || card_.additional.empty() ? "" : " ") + card_.additional;
    if (named) {
        cells_.set("given_name", card_.family.empty() ? "" : given);
        cells_.set("family_name", card_.family.empty() ? given : card_.family);
    } else if (!card_.formatted_name.empty())
        cells_.set("name", card_.formatted_name);
    else if (!card_.emails.empty())
        cells_.set("family_name", card_.emails.front().value);
    else if (!card_.phones.empty())
        cells_.set("family_name", card_.phones.front().value);
    read_prefix();
    cells_.set("field.name_suffix", card_.suffix);
    cells_.set("company", card_.organization);
    cells_.set(employed_ ? "department" : "field.department", joined(card_.departments, " / "));
    cells_.set(employed_ ? "role" : "field.role", card_.title.empty() ? card_.role : card_.title);
}

/// "Frau Prof. Dr." is a salutation and a title.
void CardReader::read_prefix()
{
    std::string salutation;
    std::string title;
    std::string_view rest = card_.prefix;
    while (!trim(rest).empty()) {
        rest = trim(rest);
        const auto word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(word.size());
        auto& part = is_salutation(word) ? salutation : title;
        part += (part.empty() ? "" : " ") + std::string(word);
    }
    cells_.set("salutation", card_.salutation.empty() ? salutation : card_.salutation);
    cells_.set("title", title);
    if (!card_.title.empty() && card_.role != card_.title)
        cells_.set("field.profession", card_.role);
}

void CardReader::read_phones()
{
    for (const auto& phone : card_.phones) {
        const auto number = item(phone.value);
        note_label(phone.label, number);
        if (has(phone.types, "fax"))
            cells_.add("fax", number);
        else if (has(phone.types, "cell"))
            cells_.add("mobile", number);
        else
            cells_.add(employed_ && has(phone.types, "work") ? "employment.phone" : "phone",
                       number);
    }
}

void CardReader::read_emails()
{
    for (const auto& email : card_.emails) {
        const auto address = item(email.value);
        note_label(email.label, address);
        if (!valid_email(address))
            cells_.add("field.email", address, "; ");
        else
            cells_.add(employed_ && has(email.types, "work") ? "employment.email" : "email",
                       address);
    }
}

void CardReader::read_addresses()
{
    if (card_.addresses.empty())
        return;
    auto main = std::ranges::find_if(card_.addresses, &VCard::Address::preferred);
    if (main == card_.addresses.end())
        main = std::ranges::find_if(card_.addresses, [this](const auto& address) {
            return has(address.types, company_ ? "work" : "home");
        });
    if (main == card_.addresses.end())
        main = card_.addresses.begin();
    read_address(*main, "");
    for (auto address = card_.addresses.begin(); address != card_.addresses.end(); ++address)
        if (address != main)
            read_address(*address, has(address->types, "work")     ? "work"
                                   : has(address->types, "home")   ? "home"
                                   : has(address->types, "postal") ? "postal"
                                                                   : "other");
}

std::string vcard_street(const VCard::Address& address)
{
    std::string street = one_line(address.street);
    for (const auto* part : {&address.extended, &address.pobox})
        if (!part->empty())
            street += (street.empty() ? "" : ", ") +
                      std::string(part == &address.pobox ? "Postfach " : "") + one_line(*part);
    return street;
}

/// The main address has columns of its own. A country that is none stays readable in the region.
void CardReader::read_address(const VCard::Address& address, const std::string& usage)
{
    crm::Address read;
    read.street = vcard_street(address);
    read.postcode = one_line(address.postcode);
    read.city = one_line(address.city);
    read.region = one_line(address.region);
    if (const auto country = country_code(address.country))
        read.country = *country;
    else if (!address.country.empty())
        read.region += (read.region.empty() ? "" : ", ") + one_line(address.country);
    note_label(address.label, fmt::format("{}, {}", read.street, read.city));
    if (!usage.empty() && !(read.street.empty() && read.postcode.empty() && read.city.empty())) {
        cells_.add("address." + usage, address_cell(read));
        return;
    }
    cells_.add("street", read.street, ", ");
    cells_.add("postcode", read.postcode, " ");
    cells_.add("city", read.city, ", ");
    cells_.add("region", read.region, ", ");
    cells_.set("country", read.country);
}

void CardReader::read_urls()
{
    const auto preferred = std::ranges::find_if(card_.urls, &VCard::Typed::preferred);
    const auto main = preferred == card_.urls.end() ? card_.urls.begin() : preferred;
    for (auto url = card_.urls.begin(); url != card_.urls.end(); ++url) {
        note_label(url->label, url->value);
        cells_.add(url == main ? "web" : "field.urls", url->value, " ");
    }
}

void CardReader::read_rest()
{
    cells_.set(parse_iso_date(card_.birthday) ? "birthday" : "field.birthday", card_.birthday);
    const auto language = lower(card_.language);
    const bool coded = language.size() >= 2 && (language.size() == 2 || language[2] == '-');
    cells_.set(coded ? "language" : "field.language",
               coded ? language.substr(0, 2) : card_.language);
    cells_.set("field.gender", card_.gender);
    cells_.set("field.uid", card_.uid);
    for (const auto& category : card_.categories)
        cells_.add("tags", item(category));
    cells_.set("note", card_.note);
    read_others();
}

void CardReader::read_others()
{
    for (const auto& [name, value] : card_.others) {
        if (name == cell_property || name == employment_property || name == reason_property ||
            std::ranges::find(not_kept, name) != not_kept.end())
            continue;
        std::string key = to_lower_ascii(name);
        std::ranges::replace(key, '-', '_');
        cells_.add("field." + key, std::string(trim(unescape_vcard(value))), "\n");
    }
}

} // namespace

std::string_view cell_of(const KeyedCells& cells, std::string_view key)
{
    const auto found = std::ranges::find(cells, key, &KeyedCells::value_type::first);
    return found == cells.end() ? std::string_view() : std::string_view(found->second);
}

KeyedCells cells_of(const VCard& card)
{
    return CardReader(card).read();
}

} // namespace crm
