// SPDX-License-Identifier: MIT
#include "crm/format/json_value.hpp"

namespace crm
{

std::string json_text(const Json& document, bool indented)
{
    constexpr std::string_view mark = "\"\\u0001";
    constexpr std::string_view digits = "-.0123456789";
    const auto text = document.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
    std::string written;
    written.reserve(text.size());
    std::size_t begin = 0;
    for (auto found = text.find(mark); found != text.npos; found = text.find(mark, found + 1)) {
        const auto first = found + mark.size();
        const auto end = text.find_first_not_of(digits, first);
        if (end == first || end == text.npos || text[end] != '"')
            continue;
        written.append(text, begin, found - begin);
        written.append(text, first, end - first);
        begin = end + 1;
    }
    return written.append(text, begin);
}

} // namespace crm
