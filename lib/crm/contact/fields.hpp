// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

/// The fields that a contact carries itself. One table says of each how it is called in SQL, in
/// options, in imports and exports, and how its value is checked.
enum class Field {
    name,
    legal_form,
    salutation,
    title,
    given_name,
    family_name,
    street,
    postcode,
    city,
    region,
    country,
    phone,
    mobile,
    fax,
    email,
    web,
    vat_id,
    tax_number,
    leitweg_id,
    iban,
    bic,
    language,
    birthday,
    customer,
    supplier,
    prospect,
    consumer,
    preferred_channel,
};
inline constexpr std::size_t field_count = 28;

enum class FieldCheck {
    text,
    phones,  ///< several joined by ';'; kept as typed
    emails,  ///< several joined by ';'
    country, ///< to the two-letter code
    vat_id,
    leitweg_id,
    iban,
    bic,
    language, ///< two letters, lower case
    day,      ///< to ISO
    boolean,  ///< to "yes" or "no"; stored as 1 or 0
    channel,
};

struct FieldInfo {
    Field field;
    const char* key;       ///< column, import key, and with '-' for '_' the option
    const char* parameter; ///< ":key"
    FieldCheck check;
    const char* summary; ///< what the option says of itself
};

std::span<const FieldInfo, field_count> fields();
const FieldInfo& info(Field field);
/// The field of a key, or nothing.
std::optional<Field> field_of(std::string_view key);

/// Values of some fields: nothing leaves a field as it is, empty text empties it.
class FieldValues
{
  public:
    std::optional<std::string>& operator[](Field field) { return values_[index(field)]; }
    const std::optional<std::string>& operator[](Field field) const
    {
        return values_[index(field)];
    }
    /// The value, empty if there is none.
    [[nodiscard]] std::string_view text(Field field) const
    {
        const auto& value = values_[index(field)];
        return value ? std::string_view(*value) : std::string_view();
    }
    bool operator==(const FieldValues&) const = default;

  private:
    static std::size_t index(Field field) { return static_cast<std::size_t>(field); }
    std::array<std::optional<std::string>, field_count> values_;
};

/// The value in the form in which it is stored: blanks around it dropped, IBAN and VAT ID without
/// blanks, country as code, day as ISO, boolean as "yes" or "no". Empty text stays empty. Throws
/// `rejected` for what fails its check, naming field and value.
std::string checked(Field field, std::string_view text);

/// Reads `yes no ja nein true false 1 0 x`, case ignored; nothing for anything else.
std::optional<bool> parse_boolean(std::string_view text);

/// The channels that `prefer` knows: cli.md 3.
std::span<const std::string_view> preferred_channels();

} // namespace crm
