// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/format/output_options.hpp"

#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <vector>

namespace crm
{

/// Prints rows in any format: chooses and orders columns, sorts, stops at the limit. Nothing
/// reaches the stream before the first full block or finish().
class Listing
{
  public:
    /// Throws ErrorKind::usage for a column or sort key that is not among `all`.
    Listing(std::vector<ColumnInfo> all, const OutputOptions& options, std::ostream& out);
    Listing(Listing&&) noexcept;
    Listing& operator=(Listing&&) noexcept;
    ~Listing();

    /// Takes a row with a cell for each of all columns, of which only the wanted ones are read.
    /// False when the limit is reached and no further row is taken.
    /// Throws ErrorKind::io when the stream or a temporary file fails.
    bool row(std::span<const Cell> all_columns_in_order);

    /// Prints what is left, and behind it a row that is last whatever the order is, if one is
    /// given; without it the output is not complete.
    void finish(std::span<const Cell> last = {});

    /// The number of rows printed; with a sort order known after finish().
    std::int64_t rows() const;

    /// The columns that are shown or sorted by, ascending.
    std::span<const std::size_t> wanted() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Prints the rows that `produce` hands to the callback `bool(const Row&)`, until that returns
/// false. Only getters of wanted columns are called. Returns the number of rows printed.
template<class Row, class Producer>
std::int64_t write_listing(std::span<const Column<Row>> columns, const OutputOptions& options,
                           std::ostream& out, Producer&& produce)
{
    Listing listing(column_infos(columns), options, out);
    std::vector<Cell> cells(columns.size());
    produce([&](const Row& row) {
        for (const auto place : listing.wanted())
            cells[place] = columns[place].get(row);
        return listing.row(cells);
    });
    listing.finish();
    return listing.rows();
}

} // namespace crm
