// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/text.hpp"

#include <fmt/format.h>

#include <string>
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

/// Adds a value, or a list of them, to a list joined by ';'; an empty one adds nothing.
inline void append_item(std::string& items, std::string_view more)
{
    if (!items.empty() && !more.empty())
        items += ';';
    items += more;
}

/// The texts of a range with a separator between them, for people unless it says otherwise.
template<class Texts>
std::string joined(const Texts& texts, std::string_view between = ", ")
{
    return fmt::format("{}", fmt::join(texts, between));
}

} // namespace crm
