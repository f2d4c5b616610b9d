// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace crm
{

/// Three letters, which a million items hold cheaper than a string.
using CurrencyCode = std::array<char, 3>;

/// What is open of a document or a payment at the end of a day.
struct OpenAt {
    std::int64_t item_id = 0; ///< of a document its id, of a payment its id below 0
    std::int64_t contact_id = 0;
    Side side = Side::receivable;
    CurrencyCode currency{};
    Date due;   ///< of a payment its own day
    Money open; ///< below 0 of credits and payments
};

CurrencyCode currency_code(std::string_view code);
inline std::string_view text_of(const CurrencyCode& code)
{
    return {code.data(), code.size()};
}

/// All that is open at the end of a day, or that of one contact with what was merged into it: by
/// contact, due day and item. It is worked out from `open_item_index` and what was settled since,
/// so that what was settled before is never looked at.
std::vector<OpenAt> open_items_at(Store& store, Date key_date,
                                  std::optional<std::int64_t> contact_id = std::nullopt);

/// The name of a table of all that is open at the end of a day, for a query that joins it: that of
/// `open_item_index` as long as nothing is dated later, else of a temporary one with its columns.
std::string_view open_item_table_at(Store& store, Date key_date);

} // namespace crm
