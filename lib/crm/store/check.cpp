// SPDX-License-Identifier: MIT
#include "crm/store/check.hpp"

#include "crm/base/error.hpp"
#include "crm/store/audit_chain.hpp"
#include "crm/store/maintenance.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/state.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>

namespace crm
{

namespace
{

/// SQLite says which database it speaks of on a line of its own; there is only one, and a breach is
/// one line.
std::string one_line(std::string_view finding)
{
    constexpr std::string_view heading = "*** in database main ***\n";
    if (finding.starts_with(heading))
        finding.remove_prefix(heading.size());
    std::string line(finding);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

void check_integrity(Store& store, const Report& report)
{
    auto pages = store.prepare("PRAGMA integrity_check");
    while (pages.step())
        if (pages.text(0) != "ok")
            report(one_line(pages.text(0)));
    for (const auto& table : full_text_tables(store)) {
        try {
            command_full_text(store, table, "integrity-check");
        } catch (const Error& failure) {
            if (store.state().database.getErrorCode() != SQLITE_CORRUPT)
                throw;
            report(format("full-text index {}: {}", table, failure.what()));
        }
    }
}

void check_foreign_keys(Store& store, const Report& report)
{
    auto query = store.prepare("PRAGMA foreign_key_check");
    while (query.step())
        report(format("row {} of {} refers to a row of {} that is not there", query.integer(1),
                      query.text(0), query.text(2)));
}

/// Every table, index and trigger with the SQL that made it.
std::map<std::string, std::string> schema_of(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\')sql");
    std::map<std::string, std::string> parts;
    while (query.step())
        parts.emplace(query.string(0), query.string(1));
    return parts;
}

void check_schema(Store& store, const Report& report)
{
    auto fresh = Store::in_memory();
    const auto wanted = schema_of(fresh);
    const auto found = schema_of(store);
    for (const auto& [name, sql] : wanted) {
        const auto same = found.find(name);
        if (same == found.end())
            report(format("{} is missing", name));
        else if (same->second != sql)
            report(format("{} is not as this version makes it", name));
    }
    for (const auto& [name, sql] : found)
        if (!wanted.contains(name))
            report(format("{} is no part of this version", name));
}

void check_settings(Store& store, const Report& report)
{
    auto query =
        store.prepare("SELECT key, valid_from, value FROM setting ORDER BY key, valid_from");
    while (query.step()) {
        const auto key = query.text(0);
        try {
            if (!takes_value(setting_info(key), query.text(2)))
                report(format("'{}' is no value for the setting '{}'", query.text(2), key));
        } catch (const Error& failure) {
            report(failure.what());
        }
        if (query.text(1) != "0001-01-01" && !query.date(1))
            report(format("'{}' is no day for the setting '{}'", query.text(1), key));
    }
}

constexpr std::array<Check, 5> checks = {{
    {"integrity", "the pages, indexes and constraints of the file are whole", check_integrity},
    {"foreign-keys", "every reference points to a record that is there", check_foreign_keys},
    {"schema", "tables, indexes and triggers are those of this version", check_schema},
    {"audit-chain", "no audit row was changed, removed or put in between", check_audit_chain},
    {"settings", "every setting is known and has a value that it takes", check_settings},
}};

} // namespace

void report_rows(Store& store, const Report& report, const char* sql, const char* msgid)
{
    auto query = store.prepare(sql);
    const auto cell = [&](int i) { return i < query.columns() ? query.text(i) : ""; };
    while (query.step())
        report(fmt::format(fmt::runtime(tr(msgid)), cell(0), cell(1), cell(2)));
}

std::span<const Check> store_checks()
{
    return checks;
}

} // namespace crm
