// SPDX-License-Identifier: MIT
#include "crm/store/views.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

Store with_one_company()
{
    auto store = Store::in_memory(acting());
    change(store, "INSERT INTO contact (number, number_key, kind, name) "
                  "VALUES ('1', '1', 'company', 'Ä')");
    return store;
}

} // namespace

TEST_CASE("the file has no views, and every view can be read")
{
    auto store = with_one_company();
    CHECK(value(store, "SELECT count(*) FROM sqlite_schema WHERE type = 'view'") == "0");
    for (const auto& view : views()) {
        CAPTURE(view.name);
        CHECK_NOTHROW(value(store, "SELECT * FROM " + std::string(view.name)));
    }
}

TEST_CASE("a statement of any shape may name views")
{
    auto store = with_one_company();
    CHECK(value(store, "\n   SELECT name FROM Contacts") == "Ä");
    CHECK(value(store, "SELECT (SELECT number FROM contacts WHERE id = 1)") == "1");
    CHECK(value(store, "WITH c AS (SELECT name FROM contacts) SELECT name FROM c") == "Ä");
    CHECK(value(store,
                "WITH\n  RECURSIVE n (x) AS (SELECT id FROM contacts UNION SELECT x + 1 FROM n "
                "WHERE x < 3) SELECT max(x) FROM n") == "3");
    CHECK(value(store, "SELECT count(*) FROM contacts AS a JOIN contacts AS b ON a.id = b.id "
                       "LEFT JOIN contact_tags AS t ON t.contact_id = a.id") == "1");
    Transaction transaction(store);
    store.prepare("INSERT INTO location (name) SELECT name FROM contacts").run();
    store.prepare("UPDATE location SET name = (SELECT max(number) FROM contacts)").run();
    transaction.commit();
    CHECK(value(store, "SELECT name FROM locations") == "1");
}

TEST_CASE("views outlive a transaction that was rolled back")
{
    auto store = with_one_company();
    {
        const Transaction transaction(store);
        CHECK(value(store, "SELECT name FROM contacts") == "Ä");
    }
    CHECK(value(store, "SELECT name FROM contacts") == "Ä");
}

TEST_CASE("a view is not written to, and what is none is not found")
{
    auto store = with_one_company();
    CHECK(thrown([&] { store.prepare("DELETE FROM contacts"); }));
    CHECK(thrown([&] { store.prepare("SELECT 1 FROM kontakte"); }));
}

} // namespace crm::test
