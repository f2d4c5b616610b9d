// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/block_buffer.hpp"
#include "crm/format/cell.hpp"
#include "crm/format/output_options.hpp"

namespace crm
{

/// The table for people. It keeps all rows, because the widths depend on every one of them.
class TableWriter
{
  public:
    TableWriter(std::vector<ColumnInfo> shown, const OutputOptions& options, std::ostream& out);

    void row(const RowView& cells);
    void finish();

  private:
    /// Where a cell's text lies in `texts_`.
    struct Field {
        std::size_t begin = 0;
        std::uint32_t bytes = 0;
        int width = 0;
    };

    Field add_text(std::string_view text);
    Field add_printable(std::string_view text);
    Field add_cell(const Cell& cell);
    std::vector<int> widths() const;
    bool is_empty(std::size_t place) const;
    void name_left_out(std::span<const int> widths);
    void put_line(std::span<const Field> fields, std::span<const int> widths);
    void put_field(const Field& field, int width, bool right);

    std::vector<ColumnInfo> shown_;
    BlockBuffer out_;
    bool header_;
    bool color_;
    bool chosen_; ///< the user chose the columns
    std::optional<int> terminal_width_;
    std::string texts_;         ///< of all cells, one after the other
    std::vector<Field> fields_; ///< the heading, then row by row
};

} // namespace crm
