// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/order.hpp"
#include "crm/stock/stocked.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace crm
{

/// What goods would cost on a day: what the main supplier asks for as many, with the conditions
/// agreed, as a reorder would be priced; else what a unit usually costs.
class MarketPrices
{
  public:
    MarketPrices(Store& store, Date day) : store_(store), day_(day) {}

    /// The price of a unit; nothing: nobody says one.
    std::optional<UnitPrice> of(const StockedProduct& product, Quantity quantity);

  private:
    const std::optional<Order>& order_of(std::int64_t supplier_id);

    Store& store_;
    Date day_;
    /// Of suppliers with whom something was agreed: of others the listing knows the price.
    std::unordered_map<std::int64_t, std::optional<Order>> orders_;
};

} // namespace crm
