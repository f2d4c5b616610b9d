// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/format/output_options.hpp"

#include <memory>
#include <ostream>

namespace crm
{

/// A workbook with one sheet: real numbers and dates, the heading (the keys) in bold, frozen and
/// with a filter. It is built row by row in temporary files, so that memory stays flat, and the
/// same rows always give the same bytes.
class XlsxWriter
{
  public:
    /// Throws ErrorKind::io when the library is not installed or no temporary file can be made.
    XlsxWriter(std::vector<ColumnInfo> shown, const OutputOptions& options, std::ostream& out);
    ~XlsxWriter();

    /// Throws ErrorKind::rejected for what no workbook can hold: too many rows, too long a text.
    void row(const RowView& cells);

    /// Throws ErrorKind::io when the workbook cannot be written.
    void finish();

  private:
    class Sheet;
    std::unique_ptr<Sheet> sheet_;
    std::ostream& out_;
};

} // namespace crm
