// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

namespace crm
{

/// A part of the open transaction that can be taken back alone, with its audit rows. Taken back
/// unless released. It costs a copy of every page that it changes: only for what may fail.
class Savepoint
{
  public:
    explicit Savepoint(Store& store);
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    ~Savepoint();

    /// Keeps the changes, as a part of the transaction.
    void release();

  private:
    StoreState& state_;
    bool open_ = true;
};

} // namespace crm
