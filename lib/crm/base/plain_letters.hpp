// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// The characters of a UTF-8 text, each with its bytes.
std::vector<std::string_view> characters(std::string_view text);

/// A text in the letters that every system knows: umlauts as two letters, accents dropped, case
/// kept; what has no such letters is a `?`. Łódź is Lodz, Müller is Mueller.
std::string plain_letters(std::string_view text);

} // namespace crm
