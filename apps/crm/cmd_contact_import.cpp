// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/import.hpp"
#include "crm/contact/import_csv.hpp"
#include "crm/contact/import_vcard.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/format/encoding.hpp"
#include "crm/format/text_source.hpp"
#include "crm/progress.hpp"
#include "crm/rejects.hpp"

#include <array>
#include <iostream>

namespace crm
{

namespace
{

struct ImportFlags {
    std::string file;
    std::optional<std::string> from;
    std::optional<std::string> encoding;
    std::optional<std::string> delimiter;
    std::vector<std::string> maps;
    std::vector<std::string> settings;
    std::optional<std::string> on_duplicate;
    bool skip_errors = false;
    std::optional<std::string> rejects;
};

using Result = ImportResult;
constexpr std::array<Column<Result>, 5> columns = {{
    {"read", "READ", Kind::integer, [](const Result& r) { return Cell(r.read); }},
    {"added", "ADDED", Kind::integer, [](const Result& r) { return Cell(r.added); }},
    {"updated", "UPDATED", Kind::integer, [](const Result& r) { return Cell(r.updated); }},
    {"skipped", "SKIPPED", Kind::integer, [](const Result& r) { return Cell(r.skipped); }},
    {"rejected", "REJECTED", Kind::integer, [](const Result& r) { return Cell(r.rejected); }},
}};

void declare_import(CLI::App& verb, ImportFlags& o)
{
    argument(verb, "file", o.file, "CSV file or address book (vCard), or - for standard input");
    option(verb, "--from", o.from, "SOURCE", "what the file is; by default as it begins");
    option(verb, "--encoding", o.encoding, "ENCODING", "how the file is encoded");
    option(verb, "--delimiter", o.delimiter, "DELIMITER", "what separates its columns");
    repeatable(verb, "--map", o.maps, "COLUMN=KEY", "what columns with other names mean");
    repeatable(verb, "--set", o.settings, "KEY=VALUE", "gives every row a value");
    option(verb, "--on-duplicate", o.on_duplicate, "DUPLICATES",
           "what becomes of contacts that are there already");
    flag(verb, "--skip-errors", o.skip_errors, "leave bad rows out instead of importing nothing");
    option(verb, "--rejects", o.rejects, "FILE", "write bad rows there, with their reasons");
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

TextSource open_text(const std::string& file, Encoding encoding)
{
    return file == "-" ? TextSource(std::cin, tr("standard input"), encoding)
                       : TextSource(file, encoding);
}

ImportOptions import_options(Context& ctx, const ImportFlags& o)
{
    ImportOptions options;
    options.on_duplicate = parse_on_duplicate(o.on_duplicate.value_or("skip"));
    options.skip_errors = o.skip_errors;
    for (const auto& setting : o.settings)
        options.settings.push_back(parse_setting(setting));
    options.today = ctx.today();
    options.minute = ctx.now().minute;
    return options;
}

/// Whether the file is an address book; a file says so itself.
bool has_cards(const ImportFlags& o, const TextSource& text)
{
    if (!o.from)
        return text.begins_with("BEGIN:VCARD");
    if (*o.from != "csv" && *o.from != "vcard")
        throw error(ErrorKind::usage, "'{}' is no value for --from", *o.from)
            .with_hint("one of: csv, vcard");
    return *o.from == "vcard";
}

/// Where rejected rows are written.
struct Rejected {
    std::function<void(const ImportRow& row, const std::string& reason)> add;
    std::function<void()> finish; ///< also if the import itself changed nothing
};

std::string told(std::int64_t line, const std::string& text)
{
    return format("line {}: {}", line, text);
}

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
        std::cerr << "crm: " << told(row.line, reason) << '\n';
        rejected.add(row, reason);
    };
    events.progress = [&](std::int64_t rows) {
        progress.show(text.bytes_read(), text.total_bytes(), format("{} rows", rows));
    };
    return events;
}

int import_rows(Context& ctx, const TextSource& text, const ImportSource& source,
                const ImportOptions& options, const Rejected& rejected)
{
    auto store = ctx.open_store();
    Result result;
    Progress progress(ctx.show_progress());
    try {
        result = import_contacts(store, source, options, events(ctx, text, progress, rejected));
    } catch (const Error&) {
        rejected.finish();
        throw;
    }
    rejected.finish();
    progress.clear();
    const int code = ctx.print_listing<Result>(columns, [&](const auto& use) { use(result); });
    return result.rejected > 0 ? rows_left_out : code;
}

int import_table(Context& ctx, const ImportFlags& o, TextSource& text, const ImportOptions& options)
{
    std::vector<ColumnMapping> mapping;
    for (const auto& map : o.maps)
        for (auto& each : parse_mapping(map))
            mapping.push_back(std::move(each));
    CsvImport csv(text, parse_delimiter(o.delimiter), mapping, options.settings);
    for (const auto& [column, near] : csv.unknown())
        ctx.warn(near.empty()
                     ? format("the column '{}' means nothing here and is ignored", column)
                     : format("the column '{}' is ignored; did you mean '{}'?", column, near));
    RejectedRows rows(o.rejects, csv.header());
    return import_rows(ctx, text, csv.source(), options,
                       {[&](const ImportRow& row, const std::string& reason) {
                            std::vector<std::string_view> cells;
                            for (const auto& cell : row.cells)
                                cells.push_back(cell.text);
                            rows.add(cells, row.line, reason);
                        },
                        [&] { rows.finish(); }});
}

int import_cards(Context& ctx, const ImportFlags& o, TextSource& text, const ImportOptions& options)
{
    if (!o.maps.empty() || o.delimiter)
        throw error(ErrorKind::usage,
                    "{} is for CSV files; the properties of a vCard have meanings",
                    o.maps.empty() ? "--delimiter" : "--map");
    VCardImport cards(text, [&](std::int64_t line, const std::string& sentence) {
        ctx.warn(told(line, sentence));
    });
    RejectedCards rejected(o.rejects);
    return import_rows(ctx, text, cards.source(), options,
                       {[&](const ImportRow& row, const std::string& reason) {
                            rejected.add(cards.card_of_row(row), reason);
                        },
                        [&] { rejected.finish(); }});
}

int run_import(Context& ctx, const ImportFlags& o)
{
    const auto options = import_options(ctx, o);
    auto text = open_text(o.file, o.encoding ? parse_encoding(*o.encoding) : Encoding::automatic);
    return has_cards(o, text) ? import_cards(ctx, o, text, options)
                              : import_table(ctx, o, text, options);
}

} // namespace

void add_contact_import(const Noun& noun)
{
    add_verb<ImportFlags>(
        noun, {"import", "import contacts from a CSV file or an address book", Access::writes},
        declare_import, run_import);
}

} // namespace crm
