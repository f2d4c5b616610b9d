// SPDX-License-Identifier: MIT
#include "crm/format/markup_text.hpp"

#include "crm/base/width.hpp"

namespace crm
{

std::string markup_text(std::string_view text)
{
    auto safe = printable(text);
    for (const std::string_view refused : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) // U+FFFE, U+FFFF
        for (auto place = safe.find(refused); place != safe.npos; place = safe.find(refused))
            safe = safe.substr(0, place) + '?' + safe.substr(place + refused.size());
    return safe;
}

} // namespace crm
