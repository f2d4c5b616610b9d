// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/statement.hpp"
#include "crm/store/view_guard.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace crm
{

class Store;

/// One SELECT that a user typed, over the views of the schema alone. Throws usage, with SQLite's
/// words, for what is no single SELECT, is misspelt, reads anything else, fails while it runs, or
/// takes too long.
class UserQuery
{
  public:
    /// `store` has to be open for reading only.
    UserQuery(Store& store, std::string_view sql);
    /// The same over one view, for a condition inside a statement of ours; `store` may be open for
    /// writing, too. It may take `steps` instructions of SQLite, roughly.
    UserQuery(Store& store, std::string_view sql, const View& view, std::int64_t steps);
    UserQuery(const UserQuery&) = delete;
    UserQuery& operator=(const UserQuery&) = delete;
    ~UserQuery();

    /// Advances to the next row; false when there is none.
    bool step();
    /// The row that step() reached, and its columns before the first one.
    [[nodiscard]] const Statement& row() const { return *statement_; }

  private:
    void prepare(std::string_view sql);
    [[noreturn]] void fail();
    static int count_down(void* query);

    Store& store_;
    ViewGuard guard_;
    std::optional<Statement> statement_;
    std::int64_t steps_left_ = 0;
};

} // namespace crm
