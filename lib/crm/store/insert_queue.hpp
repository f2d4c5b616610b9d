// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/bulk_rows.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Rows of one INSERT that wait to be written by one statement.
class InsertQueue
{
  public:
    /// `insert` is an INSERT of one row whose values are parameters, in the order of the columns;
    /// `parameters` is how many. The table has the key `id`.
    InsertQueue(std::string_view insert, std::size_t parameters);

    /// Values of the row that is being made, by the place of the parameter from 1 on.
    void set(int place, std::int64_t number) { row_[index(place)] = {Kind::number, number, 0}; }
    void set(int place, std::string_view text);
    void set_null(int place) { row_[index(place)] = {}; }
    /// The row is complete and waits. Returns its id.
    std::int64_t push(Store& store);

    void write(Store& store);
    void clear();

  private:
    enum class Kind { null, number, text };
    struct Value {
        Kind kind = Kind::null;
        std::int64_t number = 0; ///< of a text where it begins
        std::size_t size = 0;
    };

    static std::size_t index(int place) { return static_cast<std::size_t>(place) - 1; }
    [[nodiscard]] BulkValue value(std::size_t row, int column) const;

    std::string table_;
    std::string sql_; ///< of all rows: the id is the first column
    std::vector<Value> row_;
    std::vector<Value> values_; ///< of the rows that wait, one behind the other
    std::string texts_;
    std::int64_t first_id_ = 0; ///< 0: not known yet
};

} // namespace crm
