// SPDX-License-Identifier: MIT
#include "crm/report/html_cell.hpp"

#include "crm/format/markup_text.hpp"

#include <type_traits>

namespace crm
{

namespace
{

template<class Value>
concept Amount =
    std::same_as<Value, Money> || std::same_as<Value, UnitPrice> || std::same_as<Value, Quantity>;

/// One decimal, so that a column of them stands in line; programs read the exact rate elsewhere.
ShortText tenths(Rate rate)
{
    return decimal_text(round_half_away(rate.hundredths, 10), 1, 1);
}

} // namespace

std::string page_text(const Cell& cell, Language language)
{
    const auto write = [&]<class Value>(const Value& value) -> std::string {
        if constexpr (std::is_same_v<Value, std::monostate>)
            return {};
        else if constexpr (Amount<Value> || std::is_same_v<Value, Date>)
            return written(language, value);
        else if constexpr (std::is_same_v<Value, Rate>)
            return format("{} %", grouped(tenths(value).str(), language));
        else if constexpr (std::is_same_v<Value, bool>)
            return value ? tr("yes") : tr("no");
        else if constexpr (std::is_same_v<Value, List>)
            return markup_text(value.items);
        else if constexpr (Number<Value>)
            return grouped(short_text(value).str(), language);
        else
            return markup_text(value);
    };
    return std::visit(write, cell);
}

int growth_of(const Cell& now, const Cell& before)
{
    const auto compare = [&]<class Value>(const Value& value) {
        const auto* other = std::get_if<Value>(&before);
        if constexpr (Amount<Value> || std::is_same_v<Value, Rate> ||
                      std::is_same_v<Value, std::int64_t>)
            return other ? static_cast<int>(value > *other) - static_cast<int>(value < *other) : 0;
        else
            return 0;
    };
    return std::visit(compare, now);
}

int sign_of(const Cell& cell)
{
    const auto zero = []<class Value>(const Value&) -> Cell { return Value{}; };
    return growth_of(cell, std::visit(zero, cell));
}

} // namespace crm
