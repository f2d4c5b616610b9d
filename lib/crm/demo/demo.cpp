// SPDX-License-Identifier: MIT
#include "crm/demo/demo.hpp"

#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"
#include "crm/contact/contact_writer.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/staff.hpp"
#include "crm/demo/books.hpp"
#include "crm/demo/campaign.hpp"
#include "crm/demo/conversations.hpp"
#include "crm/demo/dice.hpp"
#include "crm/demo/names.hpp"
#include "crm/demo/trade.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace crm::demo
{

namespace
{

constexpr int companies_per_scale = 40;

/// A phone in one of the notations that offices really have.
std::string phone(Dice& dice, const City& city)
{
    const auto number = fmt::format("{}{:03}", city.block, dice.below(1000));
    const auto area = city.area_code.substr(1);
    switch (dice.below(5)) {
    case 0:
        return fmt::format("{} {}", city.area_code, number);
    case 1:
        return fmt::format("{}/{}", city.area_code, number);
    case 2:
        return fmt::format("+49 {} {}", area, number);
    case 3:
        return fmt::format("+49 (0){} {}", area, number);
    default:
        return fmt::format("0049{}{}", area, number);
    }
}

/// A name as part of an e-mail address, as its owner would spell it: "Müller" is "mueller".
std::string mail_word(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> spelled = {
        {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {" ", "-"}}};
    const auto small = lower(name);
    std::string word;
    for (std::size_t at = 0; at < small.size();) {
        const auto size = first_code_point(std::string_view(small).substr(at)).length;
        const auto letter = std::string_view(small).substr(at, size);
        const auto* known = std::find_if(spelled.begin(), spelled.end(),
                                         [&](const auto& pair) { return pair.first == letter; });
        word += known != spelled.end() ? std::string(known->second) : fold(letter);
        at += size;
    }
    return word;
}

void set(ContactData& data, Field field, std::string_view value)
{
    data.values[field] = std::string(value);
}

struct Colleague {
    std::string_view code, given, family, salutation, role, extension;
};

constexpr std::array<Colleague, 6> colleagues = {{
    {"KB", "Katrin", "Brandt", "Frau", "Geschäftsführung", "10"},
    {"JM", "Jürgen", "Möller", "Herr", "Vertrieb", "21"},
    {"AO", "Aylin", "Özkan", "Frau", "Vertrieb", "22"},
    {"TS", "Thomas", "Schäfer", "Herr", "Einkauf", "31"},
    {"BW", "Bärbel", "Weiß", "Frau", "Buchhaltung", "41"},
    {"LK", "Lukas", "König", "Herr", "Lager", "51"},
}};

std::vector<std::int64_t> make_staff_members(ContactWriter& writer)
{
    std::vector<std::int64_t> ids;
    for (const auto& each : colleagues) {
        ContactData data;
        set(data, Field::given_name, each.given);
        set(data, Field::family_name, each.family);
        set(data, Field::salutation, each.salutation);
        set(data, Field::email,
            fmt::format("{}.{}@nordwerk.example", mail_word(each.given), mail_word(each.family)));
        data.employment = EmploymentData{};
        data.employment->company_id = own_company;
        data.employment->role = std::string(each.role);
        data.staff = StaffData{std::string(each.code), std::string(each.extension), std::nullopt};
        if (!ids.empty()) // the first is everybody's deputy, the last the first one's
            data.staff->deputy_id = ids.front();
        ids.push_back(writer.add(ContactKind::person, data));
    }
    ContactData first;
    first.staff = StaffData{std::string(colleagues.front().code), std::nullopt, ids.back()};
    writer.change(ids.front(), first);
    return ids;
}

/// A German account whose check digits are right: 98 less the rest of account and `DE00` (131400)
/// by 97.
std::string made_up_iban(int number)
{
    const auto account = fmt::format("20050550{:010}", 1'000'000 + 7'919 * number);
    int rest = 0;
    for (const char digit : account + "131400")
        rest = (rest * 10 + (digit - '0')) % 97;
    return fmt::format("DE{:02}{}", 98 - rest, account);
}

struct Company {
    std::int64_t id;
    std::string domain;
    const City* city;
};

Company make_company(ContactWriter& writer, Dice& dice, const std::vector<std::int64_t>& staff,
                     int number)
{
    const auto& city = dice.of(cities);
    const auto& branch = dice.of(branches);
    const auto family = dice.of(family_names);
    const auto domain = fmt::format("{}-{}.example", mail_word(family), mail_word(branch.name));
    ContactData data;
    const auto form = dice.of(legal_forms);
    set(data, Field::name, fmt::format("{} {} {}", family, branch.name, form));
    set(data, Field::legal_form, form);
    set(data, Field::street, fmt::format("{} {}", dice.of(streets), 1 + dice.below(120)));
    set(data, Field::postcode, dice.of(city.postcodes));
    set(data, Field::city, city.name);
    set(data, Field::phone, phone(dice, city));
    set(data, Field::email, "info@" + domain);
    set(data, Field::web, "https://www." + domain);
    if (branch.supplier) {
        set(data, Field::supplier, "yes");
        set(data, Field::iban, made_up_iban(number));
        data.manager_id = staff[3];
    } else {
        set(data, dice.once_in(5) ? Field::prospect : Field::customer, "yes");
        data.manager_id = staff[static_cast<std::size_t>(1 + dice.below(2))];
        if (dice.once_in(2))
            data.tags.emplace_back(dice.of(tags));
    }
    if (dice.once_in(8))
        data.note = "Warenannahme nur bis 15 Uhr";
    return {writer.add(ContactKind::company, data), domain, &city};
}

std::int64_t make_person(ContactWriter& writer, Dice& dice, const Company& company)
{
    const auto& given = dice.of(given_names);
    const auto family = dice.of(family_names);
    const auto role = dice.of(roles);
    ContactData data;
    set(data, Field::given_name, given.name);
    set(data, Field::family_name, family);
    set(data, Field::salutation, given.salutation);
    if (dice.once_in(12))
        set(data, Field::title, "Dr.");
    if (dice.once_in(3))
        set(data, Field::mobile, fmt::format("0171 39200{:02}", dice.below(100)));
    data.employment = EmploymentData{};
    data.employment->company_id = company.id;
    data.employment->role = std::string(role);
    data.employment->phone = phone(dice, *company.city);
    data.employment->email =
        fmt::format("{}.{}@{}", mail_word(given.name), mail_word(family), company.domain);
    if (role == "Buchhaltung")
        data.employment->functions = {"accounting"};
    if (role == "Einkauf")
        data.employment->functions = {"orders", "mailing"};
    return writer.add(ContactKind::person, data);
}

/// Now and then somebody works for two companies.
void add_second_job(Store& store, std::int64_t person, const Company& company, Date today)
{
    EmploymentData second;
    second.company_id = company.id;
    second.role = "Beratung";
    SearchIndexer indexer(store);
    indexer.remove(person);
    add_employment(store, person, second, today);
    indexer.add(person);
}

} // namespace

} // namespace crm::demo

namespace crm
{

ContactData demo_company()
{
    using demo::set;
    ContactData data;
    set(data, Field::name, "Nordwerk Werkzeughandel GmbH");
    set(data, Field::legal_form, "GmbH");
    set(data, Field::street, "Speicherweg 7");
    set(data, Field::postcode, "20457");
    set(data, Field::city, "Hamburg");
    set(data, Field::country, "DE");
    set(data, Field::phone, "040 66969-0");
    set(data, Field::email, "info@nordwerk.example");
    set(data, Field::web, "https://www.nordwerk.example");
    set(data, Field::vat_id, "DE136695976");
    set(data, Field::iban, "DE02120300000000202051");
    set(data, Field::bic, "BYLADEM1001");
    return data;
}

void make_demo(Store& store, int scale, Date today)
{
    demo::Dice dice(20'260'101);
    ContactWriter writer(store, today);
    const auto staff = demo::make_staff_members(writer);
    std::optional<demo::Company> former;
    for (int i = 0; i < demo::companies_per_scale * scale; ++i) {
        const auto company = demo::make_company(writer, dice, staff, i);
        const int people = dice.below(4);
        for (int p = 0; p < people; ++p) {
            const auto person = demo::make_person(writer, dice, company);
            if (former && dice.once_in(15))
                demo::add_second_job(store, person, *former, today);
        }
        former = company;
    }
    demo::make_conversations(store, today);
    demo::make_trade(store, scale, today);
    demo::make_books(store, today);
    demo::make_campaign(store, today);
}

} // namespace crm
