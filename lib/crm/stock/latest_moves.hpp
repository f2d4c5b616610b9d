// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/average.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <vector>

namespace crm
{

/// The books of a product with its latest movements at hand: what is booked for one of their days,
/// before or after what is there, costs no query. They are few as long as few are enough.
class LatestMoves
{
  public:
    /// Without any: knows nothing of the days before `last`, that of the last movement.
    LatestMoves(const AverageStock& books, Date last);

    /// The books with all movements.
    [[nodiscard]] const AverageStock& books() const { return books_; }
    /// Whether the rest may be asked of the day.
    [[nodiscard]] bool reach(Date day) const { return day >= day_; }
    /// Reads the movements of the database until they reach the day. Each time it keeps more of
    /// them, so that what comes in any order of days is not read again and again.
    void read(Store& store, std::int64_t product_id, Date day);
    /// The books at the end of the day.
    [[nodiscard]] AverageStock on_day(Date day) const;
    /// The least that there is at the end of the day and of every later one.
    [[nodiscard]] Quantity least_from(Date day) const;
    /// Books a movement, the last of its day.
    void add(const StockMove& move);

  private:
    AverageStock before_; ///< the books before the moves at hand
    Date day_;            ///< of the last movement in these
    std::vector<StockMove> moves_;
    AverageStock books_;
    std::size_t most_; ///< moves
};

} // namespace crm
