// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"

#include <cstdint>

namespace crm
{

/// Says of what was moved since this was made what is most likely not meant: goods that do not keep
/// any more (what expires first goes first, also if it has expired), and goods that a count may
/// have counted already.
class MovedGoods
{
  public:
    explicit MovedGoods(Store& store);
    void warn(const Context& ctx) const;

  private:
    void warn_of_expired(const Context& ctx) const;
    void warn_of_counted(const Context& ctx) const;

    Store& store_;
    std::int64_t last_before_;
};

} // namespace crm
