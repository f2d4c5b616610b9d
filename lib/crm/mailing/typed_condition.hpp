// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"
#include "crm/store/store.hpp"

#include <string>

namespace crm
{

/// A condition that a user typed, over contacts: SQL over the view `recipients`. SQLite's
/// authorizer has seen that nothing but that view is read and nothing written, and it may not take
/// longer than some seconds, more where there is more to read. Throws usage, with SQLite's words,
/// for anything else.
class TypedCondition
{
  public:
    TypedCondition(Store& store, std::string condition);

    /// A SELECT of the ids of those whom the condition takes, to be read as a common table: what it
    /// says has been checked as such, and cannot mean anything else there.
    [[nodiscard]] const std::string& ids() const { return ids_; }
    /// Advances a statement with `ids()` in it to the next row; false when there is none.
    bool step(Statement& query);

  private:
    void check();
    [[nodiscard]] Error failure(const std::string& reason) const;

    Store& store_;
    std::string condition_;
    std::string ids_;
    std::int64_t steps_left_;
};

} // namespace crm
