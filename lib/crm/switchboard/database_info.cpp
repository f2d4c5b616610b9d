// SPDX-License-Identifier: MIT
#include "crm/switchboard/database_info.hpp"

#include "crm/contact/contact.hpp"
#include "crm/store/file_check.hpp"
#include "crm/store/maintenance.hpp"
#include "crm/store/migrate.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr std::array<Column<InfoLine>, 2> columns = {{
    {"key", "KEY", Kind::text,
     [](const InfoLine& line) -> Cell { return std::string_view(line.key); }},
    {"value", "VALUE", Kind::text, [](const InfoLine& line) { return line.value; }},
}};

struct Count {
    const char* key;
    const char* sql;
};

constexpr std::array<Count, 5> counts = {{
    {"contacts", "SELECT count(*) FROM contacts"},
    {"companies", "SELECT count(*) FROM contacts WHERE kind = 'company'"},
    {"persons", "SELECT count(*) FROM contacts WHERE kind = 'person'"},
    {"staff", "SELECT count(*) FROM staff_members"},
    {"audit_rows", "SELECT count(*) FROM audit_log"},
}};

template<class Value>
void add(std::vector<InfoLine>& lines, const char* key, Value value)
{
    auto& line = lines.emplace_back();
    line.key = key;
    line.value.emplace<Value>(std::move(value));
}

void append_content(Store& store, std::vector<InfoLine>& lines)
{
    add(lines, "own_company", contact_by_id(store, own_company).name);
    for (const auto& [key, sql] : counts) {
        auto query = store.prepare(sql);
        query.step();
        add(lines, key, query.integer(0));
    }
    auto last = store.prepare("SELECT at, user, command FROM audit_log ORDER BY id DESC LIMIT 1");
    if (!last.step())
        return;
    add(lines, "last_change", last.string(0));
    add(lines, "last_user", last.string(1));
    add(lines, "last_command", last.string(2));
}

} // namespace

std::span<const Column<InfoLine>> info_columns()
{
    return columns;
}

std::vector<InfoLine> database_info(Store& store)
{
    const auto file = file_info(store);
    const auto version = store.schema_version();
    const auto known = static_cast<int>(migrations().size());
    std::vector<InfoLine> lines;
    add(lines, "file", std::filesystem::absolute(store.file()).string());
    add(lines, "bytes", file.bytes);
    add(lines, "unused_bytes", file.unused_bytes);
    add(lines, "shared", shares_with_group(store.file()));
    add(lines, "journal_mode", file.journal_mode);
    add(lines, "schema_version", std::int64_t{version});
    add(lines, "program_schema_version", std::int64_t{known});
    add(lines, "program_version", std::string(CRM_VERSION));
    add(lines, "sqlite_version", file.sqlite_version);
    if (version == known)
        append_content(store, lines);
    return lines;
}

} // namespace crm
