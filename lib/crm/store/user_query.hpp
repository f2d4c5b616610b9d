// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/statement.hpp"
#include "crm/store/view_guard.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crm
{

class Store;

/// One SELECT that a user typed, over the views of the schema alone. Throws usage, with SQLite's
/// words, for what is no single SELECT, is misspelt, has parameters, reads anything else, or fails
/// while it runs.
class UserQuery
{
  public:
    /// `store` has to be open for reading only.
    UserQuery(Store& store, std::string_view sql);
    /// The same over one view, to check what becomes part of a statement of ours; `store` may be
    /// open for writing, too.
    UserQuery(Store& store, std::string_view sql, const View& view);
    UserQuery(const UserQuery&) = delete;
    UserQuery& operator=(const UserQuery&) = delete;

    /// Advances to the next row; false when there is none.
    bool step();
    /// The row that step() reached, and its columns before the first one.
    [[nodiscard]] const Statement& row() const { return *statement_; }

  private:
    void prepare(std::string_view sql);
    [[noreturn]] void fail();

    Store& store_;
    ViewGuard guard_;
    std::optional<Statement> statement_;
};

/// SQLite's words, if the last statement of the connection failed and was to blame for that, and
/// not the file or the machine.
std::optional<std::string> statement_fault(Store& store);

} // namespace crm
