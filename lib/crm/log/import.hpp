// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/import.hpp"
#include "crm/format/csv_columns.hpp"
#include "crm/format/csv_reader.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// A key of a log import: a column of `log list`, or outcome, duration, follow_up_staff.
enum class LogKey {
    at,
    company_number,
    company,
    person_number,
    person,
    channel,
    direction,
    staff,
    subject,
    text,
    outcome,
    duration,
    agreement,
    follow_up,
    follow_up_staff,
    done,
    id,    ///< known, but nothing comes of it
    order, ///< the same, until orders are recorded
};
inline constexpr std::size_t log_key_count = static_cast<std::size_t>(LogKey::order) + 1;

/// The columns of a file and the keys that they stand for, see parse_mapping. Throws usage for a
/// key that there is none.
std::vector<ColumnMapping> parse_log_mapping(std::string_view text);

/// A value that every row without one is given (`--set`).
struct LogSetting {
    LogKey key = LogKey::at;
    std::string value;
};
/// Reads KEY=VALUE. Throws usage for an unknown key.
LogSetting parse_log_setting(std::string_view text);

/// The rows of a CSV file whose columns are the keys, or are mapped to them.
class LogCsv
{
  public:
    /// Reads the header. Throws usage as CsvColumns does, rejected for a file without contact, time
    /// or subject.
    LogCsv(TextSource& text, std::optional<char> delimiter, std::span<const ColumnMapping> mapping,
           std::span<const LogSetting> settings);

    bool next(ImportRow& row);
    [[nodiscard]] const std::vector<std::string>& header() const { return reader_.header(); }
    [[nodiscard]] const CsvColumns& columns() const { return columns_; }

  private:
    CsvReader reader_;
    CsvRow record_;
    CsvColumns columns_;
};

/// Imports log entries in one transaction, in flat memory. A row whose time, contact and subject
/// are those of an entry is skipped. Throws rejected after the last row if one was bad, unless bad
/// rows are to be left out; then nothing is changed.
ImportResult import_log(Store& store, LogCsv& rows, std::span<const LogSetting> settings,
                        bool skip_errors, Date today, const ImportEvents& events);

} // namespace crm
