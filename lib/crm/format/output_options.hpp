// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

enum class Format { table, csv, tsv, json, jsonl, xlsx };
enum class CsvDialect { rfc4180, excel_de };

struct SortKey {
    std::string key;
    bool descending = false;
};

/// How a listing is printed; the same for every command.
struct OutputOptions {
    Format format = Format::table;
    CsvDialect dialect = CsvDialect::rfc4180;
    std::vector<std::string> columns;       ///< empty: the usual ones
    std::vector<std::string> usual_columns; ///< of listings that have every one of them
    std::vector<SortKey> sort;              ///< empty: the order in which rows come
    std::optional<std::int64_t> limit;
    bool header = true;
    bool if_any = false;               ///< print nothing at all when there is no row
    bool color = false;                ///< the table's heading in bold
    std::optional<int> terminal_width; ///< only when stdout is a terminal: cut the table to it
    std::string title;                 ///< the sheet's name in a workbook
};

/// The names of the enumerators, in their order.
std::span<const std::string_view> format_names();
std::span<const std::string_view> dialect_names();

/// These throw ErrorKind::usage and list the choices.
Format parse_format(std::string_view text);
CsvDialect parse_dialect(std::string_view text);

/// `KEY,-KEY`; a minus sorts descending. Throws ErrorKind::usage.
std::vector<SortKey> parse_sort(std::string_view text);

/// `a,b,c`. Throws ErrorKind::usage.
std::vector<std::string> parse_columns(std::string_view text);

} // namespace crm
