// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/average.hpp"
#include "crm/stock/lots.hpp"

namespace crm
{

// What a booking consists of, for those who book: book() and StockBook.

/// What a booking has to know of its product.
struct Goods {
    std::string sku;
    std::string group_key;
    bool stock = true;
    bool archived = false;
    bool allow_negative = false;
    std::optional<UnitPrice> usual_cost;
    AverageStock sums;
};

Goods goods_of(Store& store, std::int64_t product_id);

/// Rejected: nothing to move, a product without stock, a receipt of an archived one.
void check_goods(const Goods& goods, const Booking& booking);

/// What a movement is worth, below 0 if it goes out, and what it corrects of the books.
struct MovedWorth {
    std::optional<Worth> worth; ///< nothing: not known
    Worth correction;
};

/// Whether so many go out at a worth that leaves none of what the rest is worth, to the cent.
bool leaves_nothing(const AverageStock& books, Quantity units, Worth worth);

/// Rejected: goods go out by hand, or are taken back, at a cost of their own that is more than all
/// goods are worth, or would leave others worth nothing. What leaves last takes the rest anyway:
/// for that the average of all, rounded, is not too much.
void check_own_cost(const Goods& goods, const Booking& booking);

/// Whether the goods go out for their share of the books.
bool takes_average(const Booking& booking);

/// That of a booking: the cost that it says, else for goods that go out their share `on_day`.
MovedWorth moved_worth(const Booking& booking, const AverageStock& books,
                       const AverageStock& on_day);

/// Records the movement of one part and returns its id.
std::int64_t insert_movement(Store& store, const Booking& booking, const LotPart& part,
                             const MovedWorth& moved);

/// Adds the part to what lies there.
void keep_level(Store& store, const Booking& booking, const LotPart& part);

void keep_sums(Store& store, std::int64_t product_id, const AverageStock& sums);

} // namespace crm
