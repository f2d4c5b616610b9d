// SPDX-License-Identifier: MIT
#include "crm/unknown_costs.hpp"

namespace crm
{

namespace
{

constexpr std::int64_t most_named = 5;

} // namespace

void UnknownCosts::add(const std::string& sku)
{
    if (products_ > 0 && sku == last_) // another lot of it
        return;
    last_ = sku;
    if (++products_ <= most_named)
        named_.append(named_.empty() ? "" : ", ").append(sku);
}

void UnknownCosts::warn(const Context& ctx) const
{
    if (products_ > most_named)
        ctx.warn(format("the cost of {} and {} more products is not known, their value is left out",
                        named_, products_ - most_named));
    else if (products_ > 0)
        ctx.warn(format("the cost of {} is not known, its value is left out", named_));
}

} // namespace crm
