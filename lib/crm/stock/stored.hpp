// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/worth.hpp"
#include "crm/store/statement.hpp"

#include <cstdint>
#include <optional>

namespace crm
{

// How quantities and unit prices lie in the database: as their integers, NULL if not known.

inline std::optional<std::int64_t> stored(const std::optional<UnitPrice>& price)
{
    return price ? std::optional(price->ten_thousandths) : std::nullopt;
}

inline std::optional<std::int64_t> stored(const std::optional<Quantity>& quantity)
{
    return quantity ? std::optional(quantity->thousandths) : std::nullopt;
}

inline std::optional<UnitPrice> stored_price(const Statement& query, int column)
{
    if (query.is_null(column))
        return std::nullopt;
    return UnitPrice{query.integer(column)};
}

inline std::optional<Worth> stored_worth(const Statement& query, int column)
{
    if (query.is_null(column))
        return std::nullopt;
    return Worth{query.integer(column)};
}

inline std::optional<Quantity> stored_quantity(const Statement& query, int column)
{
    if (query.is_null(column))
        return std::nullopt;
    return Quantity{query.integer(column)};
}

} // namespace crm
