// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/format/temporary_file.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace crm
{

/// Sorts any number of rows in little memory: full runs are sorted and put away in a temporary
/// file, and merged at the end. Equal rows keep their order.
class RowSorter
{
  public:
    struct By {
        std::size_t column = 0;
        bool descending = false;
    };

    /// `kept` are the columns that come back, in that order; a run grows to `run_bytes`.
    RowSorter(std::vector<By> by, std::vector<std::size_t> kept,
              std::size_t run_bytes = 32 * 1024 * 1024);

    /// Takes all columns of a row. Throws ErrorKind::io when the temporary file cannot be written.
    void add(std::span<const Cell> cells);

    /// Hands out the kept cells of each row in order until `row` returns false.
    void replay(const std::function<bool(std::span<const Cell>)>& row);

  private:
    struct Run {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
    };

    void sort_run();
    void put_away();
    void replay_memory(const std::function<bool(std::span<const Cell>)>& row) const;
    void replay_merged(const std::function<bool(std::span<const Cell>)>& row) const;

    std::vector<By> by_;
    std::vector<std::size_t> kept_;
    std::size_t run_bytes_;
    std::string records_;              ///< of the present run, in the order of their coming
    std::vector<std::size_t> offsets_; ///< of the records
    std::unique_ptr<TemporaryFile> file_;
    std::vector<Run> runs_;
};

} // namespace crm
