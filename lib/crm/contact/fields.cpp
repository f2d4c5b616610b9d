// SPDX-License-Identifier: MIT
#include "crm/contact/fields.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/country.hpp"
#include "crm/base/date.hpp"
#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/checked_codes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::array<FieldInfo, field_count> table = {{
    {Field::name, "name", ":name", FieldCheck::text, "name"},
    {Field::legal_form, "legal_form", ":legal_form", FieldCheck::text, "legal form, as in GmbH"},
    {Field::salutation, "salutation", ":salutation", FieldCheck::text, "salutation, as in Frau"},
    {Field::title, "title", ":title", FieldCheck::text, "title, as in Dr."},
    {Field::given_name, "given_name", ":given_name", FieldCheck::text, "given name"},
    {Field::family_name, "family_name", ":family_name", FieldCheck::text, "family name"},
    {Field::street, "street", ":street", FieldCheck::text, "street and number"},
    {Field::postcode, "postcode", ":postcode", FieldCheck::text, "postcode"},
    {Field::city, "city", ":city", FieldCheck::text, "city"},
    {Field::region, "region", ":region", FieldCheck::text, "region or state"},
    {Field::country, "country", ":country", FieldCheck::country, "country, code or name"},
    {Field::phone, "phone", ":phone", FieldCheck::phones, "phone"},
    {Field::mobile, "mobile", ":mobile", FieldCheck::phones, "mobile phone"},
    {Field::fax, "fax", ":fax", FieldCheck::phones, "fax"},
    {Field::email, "email", ":email", FieldCheck::emails, "e-mail"},
    {Field::web, "web", ":web", FieldCheck::text, "web address"},
    {Field::vat_id, "vat_id", ":vat_id", FieldCheck::vat_id, "VAT ID, checked"},
    {Field::tax_number, "tax_number", ":tax_number", FieldCheck::text, "tax number"},
    {Field::leitweg_id, "leitweg_id", ":leitweg_id", FieldCheck::leitweg_id,
     "Leitweg-ID of an authority, checked"},
    {Field::iban, "iban", ":iban", FieldCheck::iban, "IBAN, checked"},
    {Field::bic, "bic", ":bic", FieldCheck::bic, "BIC"},
    {Field::language, "language", ":language", FieldCheck::language, "language code, as in de"},
    {Field::birthday, "birthday", ":birthday", FieldCheck::day, "birthday"},
    {Field::customer, "customer", ":customer", FieldCheck::boolean, "is a customer"},
    {Field::supplier, "supplier", ":supplier", FieldCheck::boolean, "is a supplier"},
    {Field::prospect, "prospect", ":prospect", FieldCheck::boolean, "is a prospect"},
    {Field::consumer, "consumer", ":consumer", FieldCheck::boolean,
     "buys as a consumer, not for a business"},
    {Field::preferred_channel, "preferred_channel", ":preferred_channel", FieldCheck::channel,
     "channel that the contact prefers"},
}};

constexpr std::array<std::string_view, 8> channels = {"post", "email", "newsletter", "phone",
                                                      "sms",  "fax",   "mobile",     "visit"};

std::string checked_emails(std::string_view text)
{
    std::string joined;
    for_each_item(text, [&](std::string_view item) {
        if (!valid_email(item))
            throw error(ErrorKind::rejected, "'{}' is no e-mail address", item)
                .with_hint("give one as in info@example.com");
        append_item(joined, item);
    });
    return joined;
}

std::string checked_phones(std::string_view text)
{
    std::string joined;
    for_each_item(text, [&](std::string_view item) { append_item(joined, item); });
    return joined;
}

std::string checked_country(std::string_view text)
{
    const auto code = country_code(text);
    if (!code)
        throw error(ErrorKind::rejected, "'{}' is no country", text)
            .with_hint("give a code as in DE, or a country's name in German or English");
    return *code;
}

std::optional<Date> typed_day(std::string_view text)
{
    try {
        // Relative days make no sense for a birthday, so the day they start from does not matter.
        if (text.find('.') != std::string_view::npos)
            return parse_date(text, Date{});
    } catch (const Error&) {
        return std::nullopt;
    }
    return parse_iso_date(text);
}

std::string checked_day(std::string_view text)
{
    const auto day = typed_day(text);
    if (!day)
        throw error(ErrorKind::rejected, "'{}' is no birthday", text)
            .with_hint("give a day as in 1980-06-30 or 30.06.1980");
    return to_string(*day);
}

std::string checked_language(std::string_view text)
{
    const auto code = lower(text);
    const bool letters =
        std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (code.size() != 2 || !letters)
        throw error(ErrorKind::rejected, "'{}' is no language", text)
            .with_hint("give its code of two letters, as in de");
    return code;
}

std::string checked_boolean(const FieldInfo& field, std::string_view text)
{
    const auto value = parse_boolean(text);
    if (!value)
        throw error(ErrorKind::rejected, "'{}' is no valid value for {}", text, field.key)
            .with_hint("give yes or no");
    return *value ? "yes" : "no";
}

std::string checked_channel(std::string_view text)
{
    if (std::find(channels.begin(), channels.end(), text) == channels.end())
        throw error(ErrorKind::rejected, "'{}' is no channel", text)
            .with_hint("one of: {}", fmt::join(channels, ", "));
    return std::string(text);
}

} // namespace

std::span<const FieldInfo, field_count> fields()
{
    return table;
}

const FieldInfo& info(Field field)
{
    return table[static_cast<std::size_t>(field)];
}

std::optional<Field> field_of(std::string_view key)
{
    for (const auto& field : table)
        if (key == field.key)
            return field.field;
    return std::nullopt;
}

std::span<const std::string_view> preferred_channels()
{
    return channels;
}

std::optional<bool> parse_boolean(std::string_view text)
{
    const auto word = lower(text);
    for (const auto* yes : {"yes", "ja", "true", "1", "x", "y", "j"})
        if (word == yes)
            return true;
    for (const auto* no : {"no", "nein", "false", "0", "n"})
        if (word == no)
            return false;
    return std::nullopt;
}

std::string checked(Field field, std::string_view raw)
{
    const auto text = trim(raw);
    if (text.empty())
        return {};
    if (!is_valid_utf8(text))
        throw error(ErrorKind::rejected, "the value of {} is not UTF-8 text", info(field).key);
    const auto& about = info(field);
    switch (about.check) {
    case FieldCheck::text:
        return std::string(text);
    case FieldCheck::phones:
        return checked_phones(text);
    case FieldCheck::emails:
        return checked_emails(text);
    case FieldCheck::country:
        return checked_country(text);
    case FieldCheck::vat_id:
        return checked_vat_id(text);
    case FieldCheck::leitweg_id:
        return checked_leitweg_id(text);
    case FieldCheck::iban:
        return checked_iban(text);
    case FieldCheck::bic:
        return checked_bic(text);
    case FieldCheck::language:
        return checked_language(text);
    case FieldCheck::day:
        return checked_day(text);
    case FieldCheck::boolean:
        return checked_boolean(about, text);
    case FieldCheck::channel:
        return checked_channel(text);
    }
    return std::string(text);
}

} // namespace crm
