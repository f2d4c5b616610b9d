// SPDX-License-Identifier: MIT
#include "crm/contact/sender.hpp"

#include "crm/contact/contact.hpp"
#include "crm/contact/postal_address.hpp"

namespace crm
{

namespace
{

const char* in(Language language, const char* german, const char* english)
{
    return language == Language::german ? german : english;
}

} // namespace

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

Sender own_sender(Store& store, Date day)
{
    const auto values = read_values(store, own_company);
    const auto text = [&](Field field) { return std::string(values.text(field)); };
    Sender sender;
    const auto address = postal_address(store, own_company, std::nullopt, "main", day);
    sender.address = lines_of(address.lines);
    sender.complete = address.complete;
    sender.phone = text(Field::phone);
    sender.email = text(Field::email);
    sender.web = text(Field::web);
    sender.vat_id = text(Field::vat_id);
    sender.tax_number = text(Field::tax_number);
    sender.iban = text(Field::iban);
    sender.bic = text(Field::bic);
    auto field = store.prepare(
        "SELECT value FROM contact_fields WHERE contact_id = :own AND key = 'register'");
    field.bind(":own", own_company);
    if (field.step())
        sender.commercial_register = field.string(0);
    return sender;
}

Language language_of(Store& store, std::int64_t contact_id)
{
    const auto values = read_values(store, contact_id);
    const auto language = values.text(Field::language);
    if (!language.empty())
        return language == "de" ? Language::german : Language::english;
    std::string country(values.text(Field::country));
    if (country.empty())
        country = own_country(store);
    const bool german = country == "DE" || country == "AT" || country == "CH" || country == "LI";
    return german ? Language::german : Language::english;
}

std::vector<std::string> sender_foot(const Sender& from, Language language)
{
    std::vector<std::string> foot;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty())
            foot.push_back(fmt::format("{} {}", name, value));
    };
    add(in(language, "Telefon", "Phone"), from.phone);
    add(in(language, "E-Mail", "E-mail"), from.email);
    add("Web", from.web);
    add("IBAN", in_fours(from.iban));
    add("BIC", from.bic);
    add(in(language, "USt-IdNr.", "VAT ID"), from.vat_id);
    add(in(language, "Steuernummer", "Tax number"), from.tax_number);
    add(in(language, "Handelsregister", "Commercial register"), from.commercial_register);
    return foot;
}

} // namespace crm
