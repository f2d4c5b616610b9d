// SPDX-License-Identifier: MIT
#include "crm/table_import.hpp"

#include "crm/base/error.hpp"
#include "crm/base/width.hpp"
#include "crm/flags.hpp"
#include "crm/format/encoding.hpp"
#include "crm/rejects.hpp"

#include <array>
#include <iostream>

namespace crm
{

namespace
{

using Result = ImportResult;
constexpr std::array<Column<Result>, 5> columns = {{
    {"read", "READ", Kind::integer, [](const Result& r) { return Cell(r.read); }},
    {"added", "ADDED", Kind::integer, [](const Result& r) { return Cell(r.added); }},
    {"updated", "UPDATED", Kind::integer, [](const Result& r) { return Cell(r.updated); }},
    {"skipped", "SKIPPED", Kind::integer, [](const Result& r) { return Cell(r.skipped); }},
    {"rejected", "REJECTED", Kind::integer, [](const Result& r) { return Cell(r.rejected); }},
}};

/// Every line that something is said about is named by its number, on standard error.
ImportEvents events(Context& ctx, const TextSource& text, Progress& progress,
                    const Rejected& rejected)
{
    ImportEvents events;
    events.skipped = [&](std::int64_t line, const std::string& sentence) {
        progress.clear();
        ctx.say(told(line, sentence));
    };
    events.warned = [&](std::int64_t line, const std::string& sentence) {
        progress.clear();
        ctx.warn(told(line, sentence));
    };
    events.rejected = [&](const ImportRow& row, const std::string& reason) {
        progress.clear();
        std::cerr << "crm: " << printable(told(row.line, reason)) << '\n';
        rejected.add(row, reason);
    };
    events.progress = [&](std::int64_t rows) {
        progress.show(text.bytes_read(), text.total_bytes(), format("{} rows", rows));
    };
    return events;
}

Encoding encoding_of(const TableImportFlags& flags)
{
    return flags.encoding ? parse_encoding(*flags.encoding) : Encoding::automatic;
}

} // namespace

void declare_table_import(CLI::App& verb, TableImportFlags& o, const char* file_summary)
{
    argument(verb, "file", o.file, file_summary);
    option(verb, "--encoding", o.encoding, "ENCODING", "how the file is encoded");
    option(verb, "--delimiter", o.delimiter, "DELIMITER", "what separates its columns");
    repeatable(verb, "--map", o.maps, "COLUMN=KEY", "what columns with other names mean");
    repeatable(verb, "--set", o.settings, "KEY=VALUE", "gives every row a value");
    flag(verb, "--skip-errors", o.skip_errors, "leave bad rows out instead of importing nothing");
    option(verb, "--rejects", o.rejects, "FILE", "write bad rows there, with their reasons");
}

std::vector<ColumnMapping>
all_mappings(const TableImportFlags& flags,
             const std::function<std::vector<ColumnMapping>(std::string_view text)>& parse)
{
    std::vector<ColumnMapping> mapping;
    for (const auto& map : flags.maps)
        for (auto& each : parse(map))
            mapping.push_back(std::move(each));
    return mapping;
}

std::optional<char> parse_delimiter(const std::optional<std::string>& text)
{
    if (!text || *text == "auto")
        return std::nullopt;
    if (*text == "tab")
        return '\t';
    if (*text == "," || *text == ";")
        return text->front();
    throw error(ErrorKind::usage, "'{}' is no delimiter", *text).with_hint("one of: auto , ; tab");
}

TextSource open_text(const TableImportFlags& flags)
{
    return flags.file == "-" ? open_text(flags, std::cin)
                             : TextSource(flags.file, encoding_of(flags));
}

TextSource open_text(const TableImportFlags& flags, std::istream& in)
{
    return {in, flags.file == "-" ? tr("standard input") : flags.file, encoding_of(flags)};
}

void warn_of_columns(Context& ctx, const std::vector<std::pair<std::string, std::string>>& unknown)
{
    for (const auto& [column, near] : unknown)
        ctx.warn(near.empty()
                     ? format("the column '{}' means nothing here and is ignored", column)
                     : format("the column '{}' is ignored; did you mean '{}'?", column, near));
}

std::string told(std::int64_t line, const std::string& text)
{
    return format("line {}: {}", line, text);
}

Rejected rejected_rows(RejectedRows& rows)
{
    return {[&rows](const ImportRow& row, const std::string& reason) {
                std::vector<std::string_view> cells;
                for (const auto& cell : row.cells)
                    cells.push_back(cell.text);
                rows.add(cells, row.line, reason);
            },
            [&rows] { rows.finish(); }};
}

int run_table_import(
    Context& ctx, const TextSource& text, const Rejected& rejected,
    const std::function<ImportResult(Store& store, const ImportEvents& events)>& import)
{
    auto store = ctx.open_store();
    Result result;
    Progress progress(ctx.show_progress());
    try {
        result = import(store, events(ctx, text, progress, rejected));
    } catch (const Error&) {
        rejected.finish();
        throw;
    }
    rejected.finish();
    progress.clear();
    const int code = ctx.print_listing<Result>(columns, [&](const auto& use) { use(result); });
    return result.rejected > 0 ? rows_left_out : code;
}

int run_keyed_import(Context& ctx, const TableImportFlags& flags, const TableKeys& keys,
                     const KeyedImport& import)
{
    auto text = open_text(flags);
    return run_keyed_import(ctx, flags, text, keys, import);
}

int run_keyed_import(Context& ctx, const TableImportFlags& flags, TextSource& text,
                     const TableKeys& keys, const KeyedImport& import)
{
    std::vector<TableSetting> settings;
    for (const auto& setting : flags.settings)
        settings.push_back(parse_table_setting(setting, keys));
    const auto mapping =
        all_mappings(flags, [&](std::string_view each) { return parse_table_mapping(each, keys); });
    KeyedTable table(text, parse_delimiter(flags.delimiter), keys, mapping, settings);
    warn_of_columns(ctx, table.columns().unknown());
    RejectedRows rows(flags.rejects, table.header());
    return run_table_import(
        ctx, text, rejected_rows(rows),
        [&](Store& store, const ImportEvents& events) { return import(store, table, events); });
}

} // namespace crm
