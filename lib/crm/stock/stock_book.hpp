// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/booking_steps.hpp"
#include "crm/stock/latest_moves.hpp"

#include <unordered_map>

namespace crm
{

/// Books many movements of one transaction, in any order of days. What book() reads for each is
/// read once a product, and the sums of a product are written by flush(): before it nobody else may
/// ask for them or book.
class StockBook
{
  public:
    explicit StockBook(Store& store);
    StockBook(const StockBook&) = delete;
    StockBook& operator=(const StockBook&) = delete;

    /// Whether the product lies in stock.
    [[nodiscard]] bool stocked(std::int64_t product_id) { return kept(product_id).goods.stock; }
    /// What a unit of the product usually costs, if that is said.
    [[nodiscard]] std::optional<UnitPrice> usual_cost(std::int64_t product_id);
    /// Fills in what goods that go out are worth, and says what they cost to the cent; nothing: not
    /// known.
    std::optional<Money> price_out(Booking& booking);
    /// As crm::book().
    void book(const Booking& booking);
    /// Writes the sums.
    void flush();
    /// Forgets everything, after a part of the transaction was taken back.
    void forget() { kept_.clear(); }

  private:
    struct Kept {
        Goods goods;
        LatestMoves latest;
        /// Goods that lie in one place and belong to no lot, as most do, are kept here.
        bool plain = true;
        bool reversed = false; ///< something was taken back: not plain
        std::int64_t location_id = 0;
        Quantity moved = {}; ///< since the sums were written
        bool changed = false;
        bool booked = false; ///< movements may wait to be written
    };

    Kept& kept(std::int64_t product_id);
    void look_where(std::int64_t product_id, Kept& kept);
    /// What was booked from the day on, read if it is not at hand.
    LatestMoves& latest(std::int64_t product_id, Kept& kept, Date day);
    bool is_plain(Kept& kept, const Booking& booking);
    void write(std::int64_t product_id, Kept& kept);

    Store& store_;
    std::optional<Date> closed_until_;
    bool counting_ = false; ///< an open count may refuse any movement
    std::unordered_map<std::int64_t, Kept> kept_;
};

} // namespace crm
