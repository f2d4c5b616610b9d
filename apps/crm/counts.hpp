// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace crm
{

/// Reads a whole number from 0 on; throws usage, naming the option.
std::int64_t parse_count(const char* option, const std::string& text);
/// The same with both ends given, which the hint names.
std::int64_t parse_count(const char* option, const std::string& text, std::int64_t least,
                         std::int64_t most);

} // namespace crm
