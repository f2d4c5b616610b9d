// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/statement.hpp"
#include "crm/store/view_guard.hpp"

#include <optional>
#include <string_view>

namespace crm
{

class Store;

/// One SELECT that a user typed, over the views of the schema alone. Throws usage, with SQLite's
/// words, for what is no single SELECT, is misspelt, reads anything else, or fails while it runs.
class UserQuery
{
  public:
    /// `store` has to be open for reading only.
    UserQuery(Store& store, std::string_view sql);

    /// Advances to the next row; false when there is none.
    bool step();
    /// The row that step() reached, and its columns before the first one.
    [[nodiscard]] const Statement& row() const { return *statement_; }

  private:
    [[noreturn]] void fail();

    Store& store_;
    ViewGuard guard_;
    std::optional<Statement> statement_;
};

} // namespace crm
