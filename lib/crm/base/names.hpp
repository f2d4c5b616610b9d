// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// The parts of a text between white space, no-break blanks among it.
std::vector<std::string_view> split_at_white_space(std::string_view text);

struct PersonName {
    std::string given, family;
    bool operator==(const PersonName&) const = default;
};

/// Splits a person's full name. The last word is the family name, together with what stands before
/// it of `von van de der zu` in any case and of other particles, `della`, `dos`, `ter`, in lower
/// case; `von und zu` is one of them. `Müller, Anna` is understood. A single word is a family name.
PersonName split_name(std::string_view full);

} // namespace crm
