// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/stock/average.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace crm
{

/// The movements of a product that change its sums (average.hpp) until the end of a day, or all, in
/// the order of days, then of recording.
void each_move(Store& store, std::int64_t product_id, std::optional<Date> until,
               const std::function<void(const StockMove&)>& take);

/// The sums of a product from its movements, in the order of days, then of recording; those of the
/// end of a day or all.
AverageStock sums_of_movements(Store& store, std::int64_t product_id, std::optional<Date> until);

/// The sums of a product when something is booked for a day, before or after what is there. Looks
/// at no more than the later movements where that is enough.
class DaySums
{
  public:
    DaySums(Store& store, std::int64_t product_id, Date day);

    /// At the end of the day, where `books` are those of all movements.
    [[nodiscard]] AverageStock on_day(const AverageStock& books) const;
    /// Of all, in the order of days: `moved` are the books `before`, to which what is booked for
    /// the day was added as if it came last.
    [[nodiscard]] AverageStock after(const AverageStock& before, const AverageStock& moved) const;
    /// The same where what was booked takes another movement back: as if neither had been.
    [[nodiscard]] AverageStock after_reversal(const AverageStock& moved) const;

  private:
    /// Whether stock of unknown worth is never used up from the day on, whatever came later.
    [[nodiscard]] bool stays_unknown(const AverageStock& before, Quantity moved) const;

    Store& store_;
    std::int64_t product_id_;
    Date day_;
    bool last_;  ///< nothing is booked for a later day
    bool plain_; ///< nothing is taken back on a later day
};

} // namespace crm
