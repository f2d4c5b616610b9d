// SPDX-License-Identifier: MIT
#include "crm/contact_flags.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/flags.hpp"

#include <algorithm>
#include <cctype>

namespace crm
{

namespace
{

/// --legal-form for legal_form; the name parts are the trade's short words.
std::string option_name(const FieldInfo& field)
{
    if (field.field == Field::given_name)
        return "--given";
    if (field.field == Field::family_name)
        return "--family";
    std::string name = std::string("--") + field.key;
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::string value_name(const FieldInfo& field)
{
    if (field.check == FieldCheck::day)
        return "DATE";
    std::string name = option_name(field).substr(2);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return name;
}

/// The name is an argument of its own, the preferred channel has the verb `prefer`.
bool has_option(const FieldInfo& field)
{
    return field.field != Field::name && field.check != FieldCheck::channel;
}

std::pair<std::string, std::string> own_field(const std::string& text)
{
    const auto mark = text.find('=');
    if (mark == std::string::npos || mark == 0)
        throw error(ErrorKind::usage, "'{}' is no value for --field", text)
            .with_hint("give KEY=VALUE, as in --field Kundengruppe=A");
    return {text.substr(0, mark), text.substr(mark + 1)};
}

} // namespace

void declare_contact_flags(CLI::App& verb, ContactFlags& flags)
{
    for (const auto& field : fields()) {
        if (!has_option(field))
            continue;
        const auto place = static_cast<std::size_t>(field.field);
        const auto name = option_name(field);
        if (field.check == FieldCheck::boolean)
            flag(verb, name.c_str(), flags.given[place], field.summary);
        else if (field.check == FieldCheck::phones || field.check == FieldCheck::emails)
            repeatable(verb, name.c_str(), flags.several[place], value_name(field).c_str(),
                       field.summary);
        else
            option(verb, name.c_str(), flags.single[place], value_name(field).c_str(),
                   field.summary);
    }
    flag(verb, "--business", flags.business, "buys for a business, not as a consumer");
    option(verb, "--manager", flags.manager, "STAFF", "staff member who looks after the contact");
    repeatable(verb, "--tag", flags.tags, "TAG", "tag");
    option(verb, "--note", flags.note, "TEXT", "a note");
    repeatable(verb, "--field", flags.own_fields, "KEY=VALUE", "field of your own");
}

ContactData contact_data(Store& store, const ContactFlags& flags)
{
    ContactData data;
    for (const auto& field : fields()) {
        const auto place = static_cast<std::size_t>(field.field);
        if (flags.given[place])
            data.values[field.field] = "yes";
        if (flags.single[place])
            data.values[field.field] = checked(field.field, *flags.single[place]);
        for (const auto& value : flags.several[place]) {
            auto& all = data.values[field.field];
            all = all.value_or("") + (all ? ";" : "") + checked(field.field, value);
        }
    }
    if (flags.business && data.values[Field::consumer])
        throw error(ErrorKind::usage, "--consumer and --business exclude each other");
    if (flags.business)
        data.values[Field::consumer] = "no";
    if (flags.manager)
        data.manager_id = find_staff(store, *flags.manager).id;
    data.tags = flags.tags;
    data.note = flags.note;
    for (const auto& field : flags.own_fields)
        data.own_fields.push_back(own_field(field));
    return data;
}

} // namespace crm
