// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"

#include <cstdint>
#include <string>

namespace crm
{

/// The products of a listing of which something is to be said: the first of them by name.
class ProductNames
{
  public:
    void add(const std::string& sku);
    [[nodiscard]] bool empty() const { return products_ == 0; }
    /// How many of them are not named.
    [[nodiscard]] std::int64_t more() const;
    /// "A, B"
    [[nodiscard]] const std::string& named() const { return named_; }
    /// "A, B", or with how many more there are.
    [[nodiscard]] std::string all() const;

  private:
    std::int64_t products_ = 0;
    std::string last_;
    std::string named_;
};

/// Remembers the products of a listing whose cost is not known, to say so at its end: their value
/// is left empty, which is not 0.
class UnknownCosts
{
  public:
    void add(const std::string& sku) { products_.add(sku); }
    void warn(const Context& ctx) const;

  private:
    ProductNames products_;
};

} // namespace crm
