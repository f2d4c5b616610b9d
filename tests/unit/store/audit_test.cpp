// SPDX-License-Identifier: MIT
#include "crm/store/audit_chain.hpp"
#include "crm/store/audit_recorder.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace crm::test
{

namespace
{

std::string last_row(Store& store)
{
    return value(store, R"sql(
        SELECT concat FROM (
            SELECT a.id || '|' || at || '|' || user || '|' || command || '|' || table_name || '|' ||
                   record || '|' || coalesce(contact_id, '-') || '|' || before || '|' || after AS concat
              FROM audit AS a JOIN audit_value AS v ON v.audit_id = a.id
             ORDER BY a.id DESC LIMIT 1))sql");
}

std::vector<std::string> breaches(Store& store)
{
    std::vector<std::string> found;
    check_audit_chain(store, [&](const std::string& text) { found.push_back(text); });
    return found;
}

/// A store with six audit rows.
Store recorded()
{
    auto store = Store::in_memory(acting());
    for (const char* name : {"a", "b", "c", "d", "e", "f"}) {
        Transaction transaction(store);
        store.prepare("INSERT INTO location (name) VALUES (:name)").bind(":name", name).run();
        transaction.commit();
    }
    return store;
}

} // namespace

TEST_CASE("every change leaves a row with what was before and after")
{
    auto store = Store::in_memory(acting());
    change(store, "INSERT INTO setting (id, key, value) VALUES (100, 'currency', 'EUR')");
    CHECK(last_row(store) ==
          R"(1|2026-06-30T12:05:07Z|mm|test|setting|100|-||)"
          R"({"id":100,"key":"currency","valid_from":"0001-01-01","value":"EUR"})");
    change(store, "UPDATE setting SET value = 'C\"HF' WHERE id = 100");
    CHECK(last_row(store) == R"(2|2026-06-30T12:05:07Z|mm|test|setting|100|-|)"
                             R"({"value":"EUR"}|{"value":"C\"HF"})");
    change(store, "UPDATE setting SET value = 'C\"HF' WHERE id = 100"); // changes nothing
    change(store, "DELETE FROM setting WHERE id = 100");
    CHECK(last_row(store) ==
          R"(3|2026-06-30T12:05:07Z|mm|test|setting|100|-|)"
          R"({"id":100,"key":"currency","valid_from":"0001-01-01","value":"C\"HF"}|)");
    CHECK(breaches(store).empty());
}

TEST_CASE("the audit knows whose record it is, and leaves derived tables out")
{
    auto store = Store::in_memory(acting());
    change(store, R"sql(
        INSERT INTO contact (id, number, number_key, kind, name) VALUES (7, '1', 'a', 'company', 'A');
        INSERT INTO contact_tag (contact_id, tag, tag_key) VALUES (7, 't', 't');
        INSERT INTO contact_name_index (name_key, contact_id) VALUES ('a', 7);
        INSERT INTO contact_text_index (rowid, name) VALUES (7, 'a');)sql");
    CHECK(value(store, "SELECT group_concat(table_name || contact_id) FROM audit") ==
          "contact7,contact_tag7");
}

TEST_CASE("a statement that fails inside a transaction leaves no row")
{
    auto store = Store::in_memory(acting());
    Transaction transaction(store);
    store.execute("INSERT INTO location (name) VALUES ('a')");
    // The row is written before SQLite finds that there is no such contact, and takes it back.
    const auto dangling = [&] {
        store.prepare("INSERT INTO contact_tag (contact_id, tag, tag_key) VALUES (99, 't', 't')")
            .run();
    };
    CHECK(throws(ErrorKind::rejected, dangling));
    const auto second_fails = [&] {
        store.prepare("INSERT INTO location (name) VALUES ('b'), ('a')").run();
    };
    CHECK(throws(ErrorKind::rejected, second_fails));
    store.execute("INSERT INTO location (name) VALUES ('c')");
    transaction.commit();
    CHECK(value(store, "SELECT group_concat(name) FROM location") == "a,c");
    CHECK(value(store, "SELECT group_concat(after) FROM audit_value") ==
          R"({"id":1,"name":"a"},{"id":2,"name":"c"})");
    CHECK(breaches(store).empty());
}

TEST_CASE("a statement that returns rows is recorded once it has returned one")
{
    auto store = Store::in_memory(acting());
    Transaction transaction(store);
    {
        auto insert = store.prepare("INSERT INTO location (name) VALUES ('a') RETURNING id");
        CHECK(insert.step());
        CHECK(value(store, "SELECT count(*) FROM audit") == "1");
    }
    transaction.commit();
    CHECK(value(store, "SELECT count(*) FROM audit") == "1");
}

TEST_CASE("the audit refuses to be changed")
{
    auto store = recorded();
    for (const char* sql :
         {"UPDATE audit SET user = 'x'", "DELETE FROM audit", "UPDATE audit_value SET after = '{}'",
          "DELETE FROM audit_value",
          "UPDATE audit_value SET salt = NULL, before = NULL, after = NULL, audit_id = 77"})
        CHECK(throws(ErrorKind::rejected, [&] { store.execute(sql); }));
    CHECK(breaches(store).empty());
    // What an erasure does.
    store.execute(
        "UPDATE audit_value SET salt = NULL, before = NULL, after = NULL WHERE audit_id = 2");
    CHECK(breaches(store).empty());
}

TEST_CASE("the chain shows every kind of tampering")
{
    struct Case {
        const char* table;
        const char* script;
        std::vector<std::string> expected;
    };
    const std::string changed = " was changed, or does not follow the one before it";
    for (const auto& [table, script, expected] : std::vector<Case>{
             {"audit", "UPDATE audit SET user = 'x' WHERE id = 3", {"row 3" + changed}},
             {"audit",
              "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE id = 3",
              {"row 3" + changed}},
             {"audit", "UPDATE audit SET command = 'x' WHERE id = 6", {"row 6" + changed}},
             {"audit", "UPDATE audit SET contact_id = 1 WHERE id = 1", {"row 1" + changed}},
             {"audit", "UPDATE audit SET record = 9 WHERE id = 3", {"row 3" + changed}},
             {"audit",
              "UPDATE audit SET digest = zeroblob(32) WHERE id = 3",
              {"row 3" + changed, "the values of row 3 were changed"}},
             {"audit",
              "UPDATE audit SET hash = zeroblob(32) WHERE id = 3",
              {"row 3" + changed, "row 4" + changed}},
             {"audit", "DELETE FROM audit WHERE id IN (2, 3)", {"rows 2 to 3 are missing"}},
             {"audit",
              "INSERT INTO audit SELECT 7, at, user, command, table_name, 9, NULL, digest, hash "
              "FROM audit "
              "WHERE id = 6",
              {"row 7" + changed, "the values of row 7 are missing"}},
             {"audit_value",
              "DELETE FROM audit_value WHERE audit_id = 3",
              {"the values of row 3 are missing"}},
             {"audit_value",
              "UPDATE audit_value SET after = '{}' WHERE audit_id = 3",
              {"the values of row 3 were changed"}},
             {"audit_value",
              "UPDATE audit_value SET salt = NULL WHERE audit_id = 3",
              {"the values of row 3 were changed"}},
         }) {
        CAPTURE(script);
        auto store = recorded();
        tamper(store, table, script);
        CHECK(breaches(store) == expected);
    }
}

TEST_CASE("lengths are hashed, so that no two rows look the same")
{
    AuditRow row{.id = 1, .at = "ab", .user = "c", .command = "", .table = ""};
    const auto one = audit_hash("", row);
    row.at = "a";
    row.user = "bc";
    CHECK(audit_hash("", row) != one);
    CHECK(audit_digest("s", "a", "b") != audit_digest("s", "ab", ""));
}

} // namespace crm::test
