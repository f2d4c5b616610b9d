// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// A key whose bytes sort as people expect a list to: case and accents do not count (umlauts sort
/// as their base letter, ß as ss: DIN 5007-1), digits count by their value (`Item 2` before
/// `Item 10`), and only between otherwise equal texts the original decides.
std::string collation_key(std::string_view text);

} // namespace crm
