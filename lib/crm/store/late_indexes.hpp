// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

class Store;

/// Indexes that are built when all rows are there. Sorting the entries of a million rows once takes
/// a fraction of the time that it takes to put each where it belongs, at places all over the file.
/// It pays when a table is filled that was empty; inside a transaction, which nobody else sees.
class LateIndexes
{
  public:
    explicit LateIndexes(Store& store) : store_(store) {}

    /// Drops the indexes of these tables but those that keep something unique, and but `kept`,
    /// which the writer looks into.
    void drop(std::span<const std::string_view> tables, std::string_view kept);
    /// Makes them again, as they were.
    void build();

  private:
    Store& store_;
    std::vector<std::string> dropped_; ///< their SQL
};

} // namespace crm
