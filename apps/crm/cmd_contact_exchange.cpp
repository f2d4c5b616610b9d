// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/export.hpp"
#include "crm/contact/import.hpp"
#include "crm/contact/import_csv.hpp"
#include "crm/contact_filter.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/format/encoding.hpp"
#include "crm/format/text_source.hpp"
#include "crm/rejects.hpp"

#include <array>
#include <iostream>

namespace crm
{

namespace
{

struct ImportFlags {
    std::string file;
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
    argument(verb, "file", o.file, "CSV file, or - for standard input");
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
    return options;
}

/// Every line that something is said about is named by its number, on standard error.
ImportEvents events(Context& ctx, Rejects& rejects)
{
    const auto told = [](std::int64_t line, const std::string& text) {
        return format("line {}: {}", line, text);
    };
    ImportEvents events;
    events.skipped = [&ctx, told](std::int64_t line, const std::string& text) {
        ctx.say(told(line, text));
    };
    events.warned = [&ctx, told](std::int64_t line, const std::string& text) {
        ctx.warn(told(line, text));
    };
    events.rejected = [told, &rejects](const ImportRow& row, const std::string& reason) {
        std::cerr << "crm: " << told(row.line, reason) << '\n';
        std::vector<std::string_view> cells;
        for (const auto& cell : row.cells)
            cells.push_back(cell.text);
        rejects.add(cells, row.line, reason);
    };
    events.progress = [](std::int64_t) {};
    return events;
}

int run_import(Context& ctx, const ImportFlags& o)
{
    const auto options = import_options(ctx, o);
    std::vector<ColumnMapping> mapping;
    for (const auto& map : o.maps)
        for (auto& each : parse_mapping(map))
            mapping.push_back(std::move(each));
    auto text = open_text(o.file, o.encoding ? parse_encoding(*o.encoding) : Encoding::automatic);
    CsvImport csv(text, parse_delimiter(o.delimiter), mapping, options.settings);
    for (const auto& [column, near] : csv.unknown())
        ctx.warn(near.empty()
                     ? format("the column '{}' means nothing here and is ignored", column)
                     : format("the column '{}' is ignored; did you mean '{}'?", column, near));
    auto store = ctx.open_store();
    Rejects rejects(o.rejects, csv.header());
    Result result;
    try {
        result = import_contacts(store, csv.source(), options, events(ctx, rejects));
    } catch (const Error&) {
        rejects.finish();
        throw;
    }
    rejects.finish();
    const int code = ctx.print_listing<Result>(columns, [&](const auto& use) { use(result); });
    return result.rejected > 0 ? rows_left_out : code;
}

int run_export(Context& ctx, const ContactFilterFlags& o)
{
    auto store = ctx.open_store();
    ContactExport source(store, contact_filter(store, o), ctx.today());
    Listing listing(source.columns(), ctx.output_options(), ctx.output());
    source.run([&](std::span<const Cell> cells) { return listing.row(cells); });
    listing.finish();
    return ctx.finish_listing(listing.rows());
}

} // namespace

void add_contact_exchange(const Noun& noun)
{
    add_verb<ImportFlags>(noun, {"import", "import contacts from a CSV file", Access::writes},
                          declare_import, run_import);
    add_verb<ContactFilterFlags>(noun, {"export", "export contacts with every field"},
                                 declare_contact_filter, run_export);
}

} // namespace crm
