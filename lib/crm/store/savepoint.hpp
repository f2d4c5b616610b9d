// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"
#include "crm/store/store.hpp"

#include <optional>
#include <string>

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

/// Does something as a whole; if it is rejected, not at all, and says why: the others go on.
template<class Work>
std::optional<std::string> refusal_of(Store& store, const Work& work)
{
    try {
        Savepoint part(store);
        work();
        part.release();
        return std::nullopt;
    } catch (const Error& failure) {
        if (failure.kind != ErrorKind::rejected)
            throw;
        return failure.what();
    }
}

} // namespace crm
