// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/fields.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

/// What a column of an import or export holds, besides the fields of the contact itself.
enum class ExchangePart {
    number,
    kind,
    company,
    company_number,
    person, ///< the contact person of a company
    role,
    department,
    staff,
    extension,
    manager,
    blocks,
    consents,
    tags,
    note,
    archived,
    field,      ///< one of fields()
    own_field,  ///< "field.KEY"
    address,    ///< "address.AS"
    work_phone, ///< "employment.phone" and so on
    work_email,
    work_functions, ///< employment.for
    work_main,
    work_first_day, ///< employment.from
    work_last_day,
    deputy, ///< staff.deputy
};
inline constexpr std::size_t exchange_part_count =
    static_cast<std::size_t>(ExchangePart::deputy) + 1;

/// One key of `contact export`, which `contact import` reads.
struct ExchangeKey {
    ExchangePart part = ExchangePart::field;
    Field field = Field::name;
    std::string name; ///< the key as it is written
    std::string rest; ///< KEY of "field.KEY", AS of "address.AS"
    bool operator==(const ExchangeKey&) const = default;
};

/// The keys that every export has, in their order (cli.md 3).
std::span<const std::string_view> exchange_keys();

/// The key of a column's name, case ignored; nothing if it is none.
std::optional<ExchangeKey> exchange_key(std::string_view name);

/// Whether cells of several columns can stand side by side in this one: phones, e-mails, tags,
/// channels.
bool takes_several(const ExchangeKey& key);

} // namespace crm
