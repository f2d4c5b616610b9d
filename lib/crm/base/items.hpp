// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/text.hpp"

#include <string_view>

namespace crm
{

/// Calls `use` for each value of a list joined by ';', blanks around it dropped, empty ones left
/// out.
template<class Use>
void for_each_item(std::string_view joined, Use use)
{
    while (!joined.empty()) {
        const auto end = joined.find(';');
        const auto item = trim(joined.substr(0, end));
        if (!item.empty())
            use(item);
        joined = end == std::string_view::npos ? std::string_view() : joined.substr(end + 1);
    }
}

/// The first value of a list joined by ';'.
inline std::string_view first_item(std::string_view joined)
{
    return trim(joined.substr(0, joined.find(';')));
}

} // namespace crm
