// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/text_source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// One record. The cells are without the blanks around them, and valid until the next call.
struct CsvRow {
    std::int64_t line = 0;               ///< where the record starts in the file, from 1
    std::vector<std::string_view> cells; ///< as many as the header; more only if `problem` says so
    std::string problem;                 ///< why the record cannot be used, for people; else empty
};

/// Reads CSV as offices have it: RFC 4180, and `;` or tab, any line ends, a `sep=` line before the
/// header, records cut short or padded with empty cells, quotes inside an unquoted cell (12" pipe).
/// With `;` between cells it is what German spreadsheets write: see formula_guard.hpp; with tabs
/// what our writer writes, or spreadsheets: see tsv_text.hpp.
/// Records without any text are skipped. What makes the records themselves doubtful is a `rejected`
/// error with the line: a quote that is never closed or not doubled, a cell beyond 1 MiB, a header
/// with an empty or repeated name.
class CsvReader
{
  public:
    /// Reads the header. Without a delimiter it is the `sep=` line's, or whichever of `;` `,` tab
    /// cuts the first records into equally many cells. The source outlives the reader.
    explicit CsvReader(TextSource& source, std::optional<char> delimiter = std::nullopt);
    ~CsvReader();
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    /// The names in the first record.
    const std::vector<std::string>& header() const { return header_; }

    /// What separates the cells, given or found.
    char delimiter() const { return delimiter_; }

    /// Fills in the next record; false at the end. The row's buffers are used again.
    bool next(CsvRow& row);

  private:
    struct Parser;

    bool next_record(CsvRow& row);
    bool refill();
    void read_header();

    TextSource& source_;
    char delimiter_ = ',';
    std::unique_ptr<Parser> parser_;
    std::vector<std::string> header_;
    std::string_view opening_; // the first block, already taken from the source
    bool ended_ = false;
};

} // namespace crm
