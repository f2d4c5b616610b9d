// SPDX-License-Identifier: MIT
#include "crm/product_names.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::int64_t most_named = 5;

} // namespace

void ProductNames::add(const std::string& sku)
{
    if (products_ > 0 && sku == last_) // another lot of it
        return;
    last_ = sku;
    if (++products_ <= most_named)
        named_.append(named_.empty() ? "" : ", ").append(sku);
}

std::int64_t ProductNames::more() const
{
    return std::max<std::int64_t>(products_ - most_named, 0);
}

std::string ProductNames::all() const
{
    return more() > 0 ? format("{} and {} more", named_, more()) : named_;
}

void UnknownCosts::warn(const Context& ctx) const
{
    if (products_.more() > 0)
        ctx.warn(format("the cost of {} and {} more products is not known, their value is left out",
                        products_.named(), products_.more()));
    else if (!products_.empty())
        ctx.warn(format("the cost of {} is not known, its value is left out", products_.named()));
}

} // namespace crm
