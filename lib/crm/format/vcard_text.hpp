// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/vcard.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Resolves `\n`, `\N` and a backslash before any other sign (`\,` `\;` `\\`, Google's `\:`); one
/// before a letter or digit stays. All versions alike: 2.1 knows only `\;`, its writers know more.
std::string unescape_vcard(std::string_view text);

/// The text with `\\`, `\;`, `\,` and `\n` where a vCard needs them.
std::string escape_vcard(std::string_view text);

/// The parts between separators that are not escaped, as they stand.
std::vector<std::string_view> split_raw_vcard(std::string_view text, char separator);

/// The same parts, each unescaped and without blanks around.
std::vector<std::string> split_vcard(std::string_view text, char separator);

/// The bytes that quoted-printable stands for (RFC 2045, 6.7); what is no code stays as it is.
std::string decode_quoted_printable(std::string_view text);

/// Resolves `%XX`, as in `tel:` and `mailto:` addresses (RFC 3986).
std::string decode_percent(std::string_view text);

/// A birthday in ISO form: `19800403`, `1980-04-03`, `03.04.1980`, each with or without a time,
/// become `1980-04-03`; `--0403` becomes `--04-03`. Nothing if it is neither, or no real day.
std::optional<std::string> parse_birthday(std::string_view text);

/// How the card's contact is called in one line: its formatted name, else prefix, given, additional
/// and family name and suffix, else the organization.
std::string display_name(const VCard& card);

/// True if the card has an organization and no other name: most likely it is the organization's.
bool is_unnamed_organization(const VCard& card);

/// ASCII letters only; for names of properties and parameters.
std::string to_upper_ascii(std::string_view text);
std::string to_lower_ascii(std::string_view text);

} // namespace crm
