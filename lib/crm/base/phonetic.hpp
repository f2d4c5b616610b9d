// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// The sound of one word by the Kölner Phonetik (H. J. Postel: Die Kölner Phonetik, 1969), as
/// digits: `Meier` and `Mayr` are both `67`. Whatever is no Latin letter is left out, so a double
/// name has one code, and a number or a word in another script has none. The word may be folded or
/// not.
std::string cologne(std::string_view word);

} // namespace crm
