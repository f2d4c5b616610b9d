// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/block_buffer.hpp"
#include "crm/format/cell.hpp"
#include "crm/format/output_options.hpp"

#include <array>

namespace crm
{

/// Comma-separated values. Dialect rfc4180 changes no character; its lines end in LF, as every tool
/// of a pipe expects, where the RFC has CRLF. Dialect excel-de is what a German spreadsheet opens
/// by a double click: `;`, decimal comma, dd.mm.yyyy, a byte order mark, CRLF, and a leading `'`
/// before text that would run as a formula (formula_guard.hpp).
class CsvWriter
{
  public:
    CsvWriter(std::vector<ColumnInfo> shown, const OutputOptions& options, std::ostream& out);

    void row(const RowView& cells);
    void finish();

  private:
    void put(const Cell& cell, Kind kind);
    void put_text(std::string_view text);
    void put_number(ShortText text);
    void put_date(ShortText iso);
    void put_time(std::string_view iso);
    void put_quoted(std::string_view guard, std::string_view text);
    void end_line(std::size_t line_begin);

    std::vector<ColumnInfo> shown_;
    BlockBuffer out_;
    bool german_;
    char delimiter_;
    std::array<bool, 256> needs_quotes_{};
};

} // namespace crm
