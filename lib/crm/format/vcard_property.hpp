// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// One content line of a vCard, decoded down to text in UTF-8; the value's escapes are left.
struct VCardProperty {
    std::string group; ///< `item1` of `item1.TEL`
    std::string name;  ///< upper case
    std::vector<std::string> types;
    bool preferred = false;
    std::string label;     ///< of Android's `X-CUSTOM(…)` and `X-…` types
    std::string omit_year; ///< what Apple writes for the year of a birthday without one
    bool encoded = false;  ///< base64: there is no value
    std::string value;
};

/// Takes a content line apart: groups, bare parameters (2.1), quoted and listed ones (3.0, 4.0),
/// `^n ^' ^^` (RFC 6868), quoted-printable, CHARSET.
/// With `from_windows1252`, a value whose Windows-1252 bytes are UTF-8 is taken for that: address
/// books get put together from files of both kinds, and 3.0 may be folded inside a character.
VCardProperty parse_vcard_property(std::string_view line, bool from_windows1252);

} // namespace crm
