// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/import_table.hpp"
#include "crm/store/store.hpp"

namespace crm
{

// The import of a table whose keys are a fixed list: log entries, and whatever else is one record a
// row. It takes from the noun the names of its keys, an enumeration of their places and a function
// that writes one row:
//
//     enum class LogKey { at, company, subject };
//     const TableKeys keys = {names, {{"at"}, {"subject"}}};
//     KeyedTable table(text, delimiter, keys, mapping, settings);
//     import_keyed(store, table, skip_errors, events, [&](const KeyedRow& row) {
//         return add(row[LogKey::at], row[LogKey::subject]) ? RowOutcome::added
//                                                           : RowOutcome::skipped;
//     });

/// The keys that a noun knows.
struct TableKeys {
    /// As they are written; the place of a key is its value in the noun's enumeration.
    std::span<const std::string_view> names;
    /// Of each group one must be given, by a column or a setting; missed is the first.
    std::vector<std::vector<std::string_view>> required;
};

/// A value that every row without one is given (`--set`).
struct TableSetting {
    std::uint32_t key = 0;
    std::string value;
};

/// The columns of a file and the keys that they stand for, see parse_mapping. Throws usage for a
/// key that there is none.
std::vector<ColumnMapping> parse_table_mapping(std::string_view text, const TableKeys& keys);
/// Reads KEY=VALUE. Throws usage for an unknown key.
TableSetting parse_table_setting(std::string_view text, const TableKeys& keys);

/// A CSV file whose columns are the keys, or are mapped to them, and what every row is given.
class KeyedTable
{
  public:
    /// Reads the header. Throws usage as CsvColumns does, rejected if a required key is missing.
    KeyedTable(TextSource& text, std::optional<char> delimiter, const TableKeys& keys,
               std::span<const ColumnMapping> mapping, std::span<const TableSetting> settings);

    bool next(ImportRow& row) { return table_.next(row); }
    /// What a row says under a key: its cell or, if that is empty, the setting; else nothing.
    [[nodiscard]] std::string_view value(const ImportRow& row, std::uint32_t key) const;

    [[nodiscard]] const std::vector<std::string>& header() const { return table_.header(); }
    [[nodiscard]] const CsvColumns& columns() const { return table_.columns(); }

  private:
    void require(const std::vector<std::string_view>& one_of, const TableKeys& keys) const;

    /// Where a key's value comes from.
    struct Origin {
        std::uint32_t column = CsvColumns::ignored;
        std::optional<std::string> setting;
    };

    ImportTable table_;
    std::vector<Origin> origins_; ///< by key
};

/// A row of such a table, by the noun's enumeration of keys; valid until the next one is read.
class KeyedRow
{
  public:
    KeyedRow(const KeyedTable& table, const ImportRow& row) : table_(table), row_(row) {}

    template<class Key>
    std::string_view operator[](Key key) const
    {
        return table_.value(row_, static_cast<std::uint32_t>(key));
    }
    /// Where it stands in the file.
    [[nodiscard]] std::int64_t line() const { return row_.line; }

  private:
    const KeyedTable& table_;
    const ImportRow& row_;
};

enum class RowOutcome { added, updated, skipped };

/// Takes every row in one transaction, in flat memory. `take` throws, before it has written
/// anything, for a row that is bad. Throws rejected after the last row if one was, unless bad rows
/// are to be left out; then nothing is changed.
ImportResult import_keyed(Store& store, KeyedTable& table, bool skip_errors,
                          const ImportEvents& events,
                          const std::function<RowOutcome(const KeyedRow& row)>& take);

} // namespace crm
