// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/block_buffer.hpp"
#include "crm/format/cell.hpp"
#include "crm/format/output_options.hpp"

namespace crm
{

/// JSON: an array with one object a line, or with Format::jsonl just the lines. Numbers have the
/// digits of every other format and are never strings; nothing is null; several values are an
/// array.
class JsonWriter
{
  public:
    JsonWriter(const std::vector<ColumnInfo>& shown, const OutputOptions& options,
               std::ostream& out);

    void row(const RowView& cells);
    void finish();

  private:
    BlockBuffer out_;
    std::vector<std::string> names_; ///< `"key":` with the comma or brace before it
    bool array_;
    bool first_ = true;
};

/// Appends a value: numbers with the digits of every format, nothing as null, a list as an array.
void append_json_value(std::string& out, const Cell& cell);

/// One thing as one JSON object on a line. Throws ErrorKind::io when the stream fails.
void write_object(std::span<const ColumnInfo> columns, std::span<const Cell> cells,
                  std::ostream& out);

} // namespace crm
