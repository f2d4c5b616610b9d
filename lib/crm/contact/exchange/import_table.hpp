// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/csv_columns.hpp"
#include "crm/format/csv_reader.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

// What every import of rows has in common.

/// A cell and the place of its key in the list of keys that the source keeps.
struct ImportCell {
    static constexpr std::uint32_t ignored = CsvColumns::ignored;
    std::uint32_t key = ignored;
    std::string_view text;
};

/// One record as it was read; the texts are valid until the next one is.
struct ImportRow {
    std::int64_t line = 0;
    std::string problem; ///< why it cannot be used, else empty
    std::vector<ImportCell> cells;
};

/// The records of a CSV file with a header as rows: a cell for each column, also for those that
/// mean nothing here. A column bears the name of its key or is mapped to it.
class ImportTable
{
  public:
    /// Reads the header. Throws usage as CsvColumns does. The text outlives the table.
    ImportTable(TextSource& text, std::optional<char> delimiter,
                std::span<const ColumnMapping> mapping, const ImportKeys& keys)
        : reader_(text, delimiter), columns_(reader_.header(), mapping, keys)
    {
    }

    /// Fills in the next row; false at the end.
    bool next(ImportRow& row);

    [[nodiscard]] const std::vector<std::string>& header() const { return reader_.header(); }
    [[nodiscard]] const CsvColumns& columns() const { return columns_; }

  private:
    CsvReader reader_;
    CsvRow record_;
    CsvColumns columns_;
};

/// What an import did, counted in rows: read = added + updated + skipped + rejected. A row that
/// names one more employment of a person that the file has made already counts as updated.
/// Companies made on the way, because somebody works there, have no row and are counted apart.
struct ImportResult {
    std::int64_t read = 0;
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::int64_t skipped = 0;
    std::int64_t rejected = 0;
    std::int64_t companies_made = 0;
};

/// Throws rejected if a row was bad and bad rows are not to be left out.
void refuse_bad_rows(const ImportResult& result, bool skip_errors);

/// What is told while an import runs. Sentences are for people, without the line they are about.
struct ImportEvents {
    std::function<void(std::int64_t line, const std::string& sentence)> skipped;
    std::function<void(std::int64_t line, const std::string& sentence)> warned;
    std::function<void(const ImportRow& row, const std::string& reason)> rejected;
    std::function<void(std::int64_t rows)> progress; ///< now and then
};

/// After so many rows progress is told.
inline constexpr std::int64_t import_progress_step = 1000;

} // namespace crm
