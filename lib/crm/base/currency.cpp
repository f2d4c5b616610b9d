// SPDX-License-Identifier: MIT
#include "crm/base/currency.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <algorithm>

namespace crm
{

std::string checked_currency(std::string_view typed)
{
    std::string code(trim(typed));
    std::ranges::transform(code, code.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (code.size() != 3 || !std::ranges::all_of(code, capital))
        throw error(ErrorKind::rejected, "'{}' is no currency, as EUR is", typed);
    return code;
}

} // namespace crm
