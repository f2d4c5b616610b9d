// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"

#include <cstdint>

namespace crm
{

/// Says of what was delivered since this was made which goods do not keep any more: what expires
/// first goes first, also if it has expired.
class ExpiredDeliveries
{
  public:
    explicit ExpiredDeliveries(Store& store);
    void warn(const Context& ctx) const;

  private:
    Store& store_;
    std::int64_t last_before_;
};

} // namespace crm
