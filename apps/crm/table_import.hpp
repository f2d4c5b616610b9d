// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/keyed_table.hpp"
#include "crm/context.hpp"
#include "crm/format/text_source.hpp"
#include "crm/progress.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

// What every import of rows has in common.

/// Its options, as typed.
struct TableImportFlags {
    std::string file;
    std::optional<std::string> encoding;
    std::optional<std::string> delimiter;
    std::vector<std::string> maps;
    std::vector<std::string> settings;
    bool skip_errors = false;
    std::optional<std::string> rejects;
};

void declare_table_import(CLI::App& verb, TableImportFlags& flags, const char* file_summary);

/// All of `--map`, each read by `parse`.
std::vector<ColumnMapping>
all_mappings(const TableImportFlags& flags,
             const std::function<std::vector<ColumnMapping>(std::string_view text)>& parse);
/// The delimiter asked for; nothing if the file is to tell.
std::optional<char> parse_delimiter(const std::optional<std::string>& text);
/// The file, or standard input for "-".
TextSource open_text(const TableImportFlags& flags);
/// The same of what was read from there.
TextSource open_text(const TableImportFlags& flags, std::istream& in);
/// Warns of the columns that mean nothing, each with the key that may be meant.
void warn_of_columns(Context& ctx, const std::vector<std::pair<std::string, std::string>>& unknown);

/// "line 7: …"
std::string told(std::int64_t line, const std::string& text);

/// Where rejected rows are written.
struct Rejected {
    std::function<void(const ImportRow& row, const std::string& reason)> add;
    std::function<void()> finish; ///< also if the import itself changed nothing
};

class RejectedRows;
/// Writes them into a CSV file, which outlives this.
Rejected rejected_rows(RejectedRows& rows);

/// Runs an import with a progress bar, names every line that something is said about on standard
/// error, prints the counts. Returns the exit code.
int run_table_import(
    Context& ctx, const TextSource& text, const Rejected& rejected,
    const std::function<ImportResult(Store& store, const ImportEvents& events)>& import);

using KeyedImport =
    std::function<ImportResult(Store& store, KeyedTable& table, const ImportEvents& events)>;

/// The whole `import` verb of a noun whose keys are a fixed list.
int run_keyed_import(Context& ctx, const TableImportFlags& flags, const TableKeys& keys,
                     const KeyedImport& import);
/// The same of a text that is open already.
int run_keyed_import(Context& ctx, const TableImportFlags& flags, TextSource& text,
                     const TableKeys& keys, const KeyedImport& import);

} // namespace crm
