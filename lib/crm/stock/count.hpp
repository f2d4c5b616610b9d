// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/format/cell.hpp"
#include "crm/stock/group.hpp"
#include "crm/stock/location.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

// Stocktaking (german-practice.md 3.15). A count freezes what the books say, takes entries of what
// is really there, and posts the differences as movements of the moment that was counted.

/// The goods that are counted.
struct CountScope {
    std::optional<Location> location;  ///< all of them without
    std::optional<ProductGroup> group; ///< all products without
};

struct Count {
    std::int64_t id = 0;
    CountScope scope;
    LocalTime at;                   ///< the freeze: its whole day belongs to the books
    std::int64_t last_movement = 0; ///< the last one recorded then
    std::string status;             ///< "open", "posted", "cancelled"
};

/// Throws not_found.
Count count_by_id(Store& store, std::int64_t id);
/// The same; rejected if it is not open.
Count open_count(Store& store, std::int64_t id);

// These work inside the caller's transaction.

/// Freezes the books at the end of the day of `at`: a line for each lot that is there, and for
/// goods of which nothing is there one at every place where they once were, or where they would be.
/// Their costs are the averages of that day. Returns the number of the count. Rejected: an open
/// count of the same goods, nothing to count, a day for which the books are closed.
std::int64_t start_count(Store& store, const CountScope& scope, LocalTime at);
/// Ends an open count without any movement. Rejected if it is not open.
void cancel_count(Store& store, std::int64_t id, LocalTime now);
/// Ends it with a status; for posting.
void close_count(Store& store, std::int64_t id, std::string_view status, LocalTime now);

/// The line of goods of which the books of the freeze had no line: mostly they have none of them.
std::int64_t add_count_line(Store& store, const Count& count, std::int64_t product_id,
                            std::int64_t location_id, std::string_view lot);
/// What moved of the goods of a line between the freeze and the end of that minute.
Quantity moved_since_freeze(Store& store, const Count& count, std::int64_t line_id,
                            LocalTime until);

/// One line of `count list`.
struct CountRow {
    std::int64_t id = 0;
    std::string at;
    std::string location;
    std::string group;
    std::string status;
    std::int64_t lines = 0;
    std::int64_t counted = 0; ///< lines with an entry
    std::string staff;
};

std::span<const Column<CountRow>> count_columns();
void list_counts(Store& store, const std::function<bool(const CountRow&)>& use);
/// Throws not_found.
CountRow count_row(Store& store, std::int64_t id);

} // namespace crm
