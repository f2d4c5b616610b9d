// SPDX-License-Identifier: MIT
#include "crm/store/check.hpp"
#include "crm/store/maintenance.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace crm::test
{

namespace
{

/// What all checks of the store report, as "name: text".
std::vector<std::string> breaches(Store& store)
{
    std::vector<std::string> found;
    for (const auto& check : store_checks())
        check.run(store,
                  [&](const std::string& text) { found.push_back(check.name + (": " + text)); });
    return found;
}

using Lines = std::vector<std::string>;

Store filled()
{
    auto store = Store::in_memory(acting());
    change(store, R"sql(
        INSERT INTO contact (number, number_key, kind, name) VALUES ('1', 'a', 'company', 'A');
        INSERT INTO contact_text_index (rowid, name) VALUES (1, 'a');
        INSERT INTO contact_tag (contact_id, tag, tag_key) VALUES (1, 't', 't');
        INSERT INTO setting (key, value, valid_from) VALUES ('currency', 'CHF', '2026-01-01');)sql");
    return store;
}

} // namespace

TEST_CASE("a sound database is silent, after optimizing, too")
{
    auto store = filled();
    CHECK(breaches(store) == Lines{});
    optimize(store);
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("each breach of the file is found by the check it belongs to")
{
    struct Case {
        const char* table;
        const char* script;
        Lines expected;
    };
    for (const auto& [table, script, expected] : std::vector<Case>{
             {"contact",
              "UPDATE contact_text_index_docsize SET sz = x'05000000'",
              {"integrity: full-text index contact_text_index: database ':memory:' is damaged "
               "(database disk "
               "image is malformed)"}},
             {"contact",
              "DELETE FROM contact",
              {"foreign-keys: row 1 of contact_tag refers to a row of contact that is not there"}},
             {"audit",
              "DROP INDEX audit_by_contact",
              {"schema: index audit_by_contact is missing"}},
             {"audit", "CREATE TABLE mine (a)", {"schema: table mine is no part of this version"}},
             {"staff",
              "DROP INDEX staff_by_deputy; CREATE INDEX staff_by_deputy ON staff (deputy_id)",
              {"schema: index staff_by_deputy is not as this version makes it"}},
             {"audit",
              "UPDATE audit SET user = 'x' WHERE id = 2",
              {"audit-chain: row 2 was changed, or does not follow the one before it"}},
             {"setting",
              "UPDATE setting SET value = 'euro' WHERE key = 'currency'",
              {"settings: 'euro' is no value for the setting 'currency'"}},
             {"setting",
              "UPDATE setting SET key = 'x.y' WHERE key = 'currency'",
              {"settings: there is no setting 'x.y'"}},
             {"setting",
              "UPDATE setting SET valid_from = '2026-02-30' WHERE key = 'currency'",
              {"settings: '2026-02-30' is no day for the setting 'currency'"}},
         }) {
        CAPTURE(script);
        auto store = filled();
        tamper(store, table, script);
        CHECK(breaches(store) == expected);
    }
}

TEST_CASE("a constraint that was got around is found")
{
    auto store = filled();
    store.execute("PRAGMA ignore_check_constraints = ON;"
                  "UPDATE contact SET kind = 'nobody';"
                  "PRAGMA ignore_check_constraints = OFF");
    CHECK(breaches(store) == Lines{"integrity: CHECK constraint failed in contact"});
}

} // namespace crm::test
