// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/block_buffer.hpp"
#include "crm/format/cell.hpp"
#include "crm/format/output_options.hpp"

namespace crm
{

/// Tab-separated values: one line a row whatever the text, because tab, line breaks and backslash
/// are written as `\t`, `\n`, `\r`, `\\` (tsv_text.hpp).
class TsvWriter
{
  public:
    TsvWriter(const std::vector<ColumnInfo>& shown, const OutputOptions& options,
              std::ostream& out);

    void row(const RowView& cells);
    void finish();

  private:
    void put(const Cell& cell);
    void put_text(std::string_view text);

    BlockBuffer out_;
};

} // namespace crm
