// SPDX-License-Identifier: MIT
#include "crm/counts.hpp"

#include "crm/base/error.hpp"

#include <charconv>

namespace crm
{

std::int64_t parse_count(const char* option, const std::string& text)
{
    std::int64_t value = -1;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end || value < 0)
        throw error(ErrorKind::usage, "'{}' is no value for {}", text, option)
            .with_hint("give a whole number from 0 on");
    return value;
}

} // namespace crm
