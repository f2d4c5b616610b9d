// SPDX-License-Identifier: MIT
#pragma once

namespace crm
{

class Store;
struct StoreState;

/// Holds one state of the database for several queries: what others write meanwhile stays unseen.
/// It blocks nobody. Inside a transaction it is the transaction's own view.
class Snapshot
{
  public:
    explicit Snapshot(Store& store);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

  private:
    StoreState* state_ = nullptr; ///< of the Store that has to end it
};

} // namespace crm
