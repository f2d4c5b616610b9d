// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/column_key.hpp"

#include "crm/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 43> keys = {
    "number",      "kind",
    "name",        "legal_form",
    "company",     "company_number",
    "person",      "role",
    "department",  "salutation",
    "title",       "given_name",
    "family_name", "street",
    "postcode",    "city",
    "region",      "country",
    "phone",       "mobile",
    "fax",         "email",
    "web",         "vat_id",
    "tax_number",  "leitweg_id",
    "iban",        "bic",
    "language",    "birthday",
    "customer",    "supplier",
    "prospect",    "consumer",
    "staff",       "extension",
    "manager",     "preferred_channel",
    "blocks",      "consents",
    "tags",        "note",
    "archived",
};

using Part = ExchangePart;
constexpr std::array<std::pair<std::string_view, Part>, 22> parts = {{
    {"number", Part::number},
    {"kind", Part::kind},
    {"company", Part::company},
    {"company_number", Part::company_number},
    {"person", Part::person},
    {"role", Part::role},
    {"department", Part::department},
    {"staff", Part::staff},
    {"extension", Part::extension},
    {"manager", Part::manager},
    {"blocks", Part::blocks},
    {"consents", Part::consents},
    {"tags", Part::tags},
    {"note", Part::note},
    {"archived", Part::archived},
    {"employment.phone", Part::work_phone},
    {"employment.email", Part::work_email},
    {"employment.for", Part::work_functions},
    {"employment.main", Part::work_main},
    {"employment.from", Part::work_first_day},
    {"employment.to", Part::work_last_day},
    {"staff.deputy", Part::deputy},
}};

constexpr std::string_view own_field_prefix = "field.";
constexpr std::string_view address_prefix = "address.";

} // namespace

std::span<const std::string_view> exchange_keys()
{
    return keys;
}

std::optional<ExchangeKey> exchange_key(std::string_view raw)
{
    const auto typed = trim(raw);
    const auto name = lower(typed);
    if (name.size() > own_field_prefix.size() && name.starts_with(own_field_prefix)) {
        const std::string key(typed.substr(own_field_prefix.size())); // whose case matters
        return ExchangeKey{Part::own_field, Field::name, std::string(own_field_prefix) + key, key};
    }
    if (name.size() > address_prefix.size() && name.starts_with(address_prefix))
        return ExchangeKey{Part::address, Field::name, name, name.substr(address_prefix.size())};
    const auto part = std::ranges::find(parts, name, &decltype(parts)::value_type::first);
    if (part != parts.end())
        return ExchangeKey{part->second, Field::name, name, {}};
    if (const auto field = field_of(name))
        return ExchangeKey{Part::field, *field, name, {}};
    return std::nullopt;
}

bool takes_several(const ExchangeKey& key)
{
    if (key.part == Part::field)
        return info(key.field).check == FieldCheck::phones ||
               info(key.field).check == FieldCheck::emails;
    return key.part == Part::tags || key.part == Part::blocks || key.part == Part::consents ||
           key.part == Part::address || key.part == Part::work_phone ||
           key.part == Part::work_email || key.part == Part::work_functions;
}

} // namespace crm
