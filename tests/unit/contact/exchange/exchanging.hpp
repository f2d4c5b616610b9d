// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"
#include "crm/contact/exchange/export_vcard.hpp"
#include "crm/contact/exchange/import_csv.hpp"
#include "crm/contact/exchange/import_vcard.hpp"
#include "crm/format/listing.hpp"
#include "tests/unit/contact/sample.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace crm::test
{

/// What an import did and said: "line: sentence".
struct Imported {
    ImportResult result;
    std::vector<std::string> skipped, warned, rejected;
    std::string failure; ///< why all of it was refused, else empty
};

inline ImportEvents recorded_in(Imported& imported)
{
    const auto told = [](std::vector<std::string>& list) {
        return [&list](std::int64_t line, const std::string& sentence) {
            list.push_back(std::to_string(line) + ": " + sentence);
        };
    };
    ImportEvents events;
    events.skipped = told(imported.skipped);
    events.warned = told(imported.warned);
    events.rejected = [&imported](const ImportRow& row, const std::string& reason) {
        imported.rejected.push_back(std::to_string(row.line) + ": " + reason);
    };
    events.progress = [](std::int64_t) {};
    return events;
}

inline Imported run_import(Store& store, const ImportSource& source, ImportOptions options)
{
    Imported imported;
    options.today = today;
    try {
        imported.result = import_contacts(store, source, options, recorded_in(imported));
    } catch (const Error& failure) {
        imported.failure = failure.what();
    }
    return imported;
}

inline Imported import_csv(Store& store, const std::string& text, const ImportOptions& options = {},
                           std::string_view map = "")
{
    std::istringstream in(text);
    TextSource source(in, "test", Encoding::utf8);
    const auto mapping = parse_contact_mapping(map);
    CsvImport csv(source, std::nullopt, mapping, options.settings);
    return run_import(store, csv.source(), options);
}

inline Imported import_vcards(Store& store, TextSource source, const ImportOptions& options = {})
{
    VCardImport cards(source, [](std::int64_t, const std::string&) {});
    return run_import(store, cards.source(), options);
}

inline Imported import_vcards(Store& store, const std::string& text,
                              const ImportOptions& options = {})
{
    std::istringstream in(text);
    return import_vcards(store, TextSource(in, "test", Encoding::automatic), options);
}

inline std::string export_csv(Store& store, OutputOptions options = {})
{
    ContactExport source(store, {}, today);
    if (options.format == Format::table)
        options.format = Format::csv;
    std::ostringstream out;
    Listing listing(source.columns(), options, out);
    source.run([&](std::span<const Cell> cells) { return listing.row(cells); });
    listing.finish();
    return out.str();
}

inline std::string export_vcf(Store& store)
{
    ContactExport source(store, {}, today);
    std::string text;
    export_vcards(source, [&](std::string_view card) {
        text += card;
        return true;
    });
    return text;
}

} // namespace crm::test
