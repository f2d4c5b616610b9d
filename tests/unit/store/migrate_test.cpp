// SPDX-License-Identifier: MIT
#include "crm/store/migrate.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace crm::test
{

namespace
{

/// The program's own steps and one more.
std::vector<Migration> with_step(const char* script)
{
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    steps.push_back({"9999_test", script});
    return steps;
}

std::string schema(Store& store)
{
    return value(store, "SELECT group_concat(name || coalesce(sql, '')) FROM sqlite_schema");
}

} // namespace

TEST_CASE("a new database has every step behind it")
{
    auto store = Store::in_memory(acting());
    CHECK(store.schema_version() == static_cast<int>(migrations().size()));
    CHECK(migrate(store) == 0);
}

TEST_CASE("a step and its number come together")
{
    auto store = Store::in_memory(acting());
    const auto before = store.schema_version();
    const auto steps = with_step("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;"
                                 "ALTER TABLE location ADD COLUMN room TEXT;");
    CHECK(migrate(store, steps) == 1);
    CHECK(store.schema_version() == before + 1);
    CHECK(migrate(store, steps) == 0);
    change(store, "INSERT INTO location (name, room) VALUES ('a', 'b')");
    // The audit takes notice of the new column by itself.
    CHECK(value(store, "SELECT after FROM audit_value") == R"({"id":1,"name":"a","room":"b"})");
}

TEST_CASE("a step that fails leaves schema, content and number as they were")
{
    auto store = Store::in_memory(acting());
    change(store, "INSERT INTO location (name) VALUES ('a')");
    const auto before = schema(store);
    const auto version = store.schema_version();
    for (const char* script :
         {"CREATE TABLE extra (id INTEGER); CREATE TABLE location (id INTEGER);",
          "UPDATE location SET name = 'b'; DROP TABLE staff; no SQL;",
          "INSERT INTO location (name) VALUES ('c'), ('a');"}) {
        CAPTURE(script);
        const auto steps = with_step(script);
        CHECK(thrown([&] { migrate(store, steps); }));
        CHECK(schema(store) == before);
        CHECK(store.schema_version() == version);
        CHECK(value(store, "SELECT group_concat(name) FROM location") == "a");
    }
}

} // namespace crm::test
