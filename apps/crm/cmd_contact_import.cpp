// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/exchange/import_csv.hpp"
#include "crm/contact/exchange/import_vcard.hpp"
#include "crm/flags.hpp"
#include "crm/rejects.hpp"
#include "crm/table_import.hpp"

namespace crm
{

namespace
{

struct ImportFlags {
    TableImportFlags table;
    std::optional<std::string> from;
    std::optional<std::string> on_duplicate;
};

void declare_import(CLI::App& verb, ImportFlags& o)
{
    declare_table_import(verb, o.table,
                         "CSV file or address book (vCard), or - for standard input");
    option(verb, "--from", o.from, "SOURCE", "what the file is; by default as it begins");
    option(verb, "--on-duplicate", o.on_duplicate, "DUPLICATES",
           "what becomes of contacts that are there already");
}

ImportOptions import_options(Context& ctx, const ImportFlags& o)
{
    ImportOptions options;
    options.on_duplicate = parse_on_duplicate(o.on_duplicate.value_or("skip"));
    options.skip_errors = o.table.skip_errors;
    for (const auto& setting : o.table.settings)
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

int import_rows(Context& ctx, const TextSource& text, const ImportSource& source,
                const ImportOptions& options, const Rejected& rejected)
{
    return run_table_import(ctx, text, rejected, [&](Store& store, const ImportEvents& events) {
        return import_contacts(store, source, options, events);
    });
}

int import_table(Context& ctx, const ImportFlags& o, TextSource& text, const ImportOptions& options)
{
    const auto mapping = all_mappings(o.table, parse_contact_mapping);
    CsvImport csv(text, parse_delimiter(o.table.delimiter), mapping, options.settings);
    warn_of_columns(ctx, csv.unknown());
    RejectedRows rows(o.table.rejects, csv.header());
    return import_rows(ctx, text, csv.source(), options, rejected_rows(rows));
}

int import_cards(Context& ctx, const ImportFlags& o, TextSource& text, const ImportOptions& options)
{
    if (!o.table.maps.empty() || o.table.delimiter)
        throw error(ErrorKind::usage,
                    "{} is for CSV files; the properties of a vCard have meanings",
                    o.table.maps.empty() ? "--delimiter" : "--map");
    VCardImport cards(text, [&](std::int64_t line, const std::string& sentence) {
        ctx.warn(told(line, sentence));
    });
    RejectedCards rejected(o.table.rejects);
    return import_rows(ctx, text, cards.source(), options,
                       {[&](const ImportRow& row, const std::string& reason) {
                            rejected.add(cards.card_of_row(row), reason);
                        },
                        [&] { rejected.finish(); }});
}

int run_import(Context& ctx, const ImportFlags& o)
{
    const auto options = import_options(ctx, o);
    auto text = open_text(o.table);
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
