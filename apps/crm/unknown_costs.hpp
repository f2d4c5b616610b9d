// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"

#include <cstdint>
#include <string>

namespace crm
{

/// Remembers the products of a listing whose cost is not known, to say so at its end: their value
/// is left empty, which is not 0.
class UnknownCosts
{
  public:
    void add(const std::string& sku);
    void warn(const Context& ctx) const;

  private:
    std::int64_t products_ = 0;
    std::string last_;
    std::string named_; ///< the first of them
};

} // namespace crm
