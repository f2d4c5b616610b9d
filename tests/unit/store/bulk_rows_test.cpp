// SPDX-License-Identifier: MIT
#include "crm/store/audit_chain.hpp"
#include "crm/store/bulk_rows.hpp"
#include "crm/store/savepoint.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace crm::test
{

namespace
{

void add_location(Store& store, const std::string& name)
{
    store.prepare("INSERT INTO location (name) VALUES (:name)").bind(":name", name).run();
}

void add_locations(Store& store, const std::vector<std::string>& names)
{
    insert_rows(store, "INSERT INTO location (name) SELECT v0 FROM bulk_rows",
                {names.size(), [&](std::size_t row, int) -> BulkValue { return names[row]; }});
}

/// Every recorded location in the order of the audit; "broken" if the chain is.
std::string recorded(Store& store)
{
    bool broken = false;
    check_audit_chain(store, [&](const std::string&) { broken = true; });
    return broken ? "broken"
                  : value(store, "SELECT group_concat(after ->> 'name', ' ') FROM (SELECT * FROM "
                                 "audit_value ORDER BY audit_id)");
}

} // namespace

TEST_CASE("rows at hand are written with every kind of value")
{
    auto store = Store::in_memory(acting());
    store.execute("CREATE TABLE t (a, b, c, d)");
    insert_rows(store, "INSERT INTO t SELECT v0, v1, v2, v3 FROM bulk_rows",
                {3, [](std::size_t row, int column) -> BulkValue {
                     switch (column) {
                     case 0:
                         return static_cast<std::int64_t>(row);
                     case 1:
                         return row == 1 ? std::string_view() : std::string_view("zwölf");
                     case 2:
                         return Blob{"b"};
                     default:
                         return {};
                     }
                 }});
    CHECK(
        value(store, "SELECT group_concat(quote(a) || quote(b) || quote(c) || quote(d)) FROM t") ==
        "0'zwölf'X'62'NULL,1''X'62'NULL,2'zwölf'X'62'NULL");
    insert_rows(store, "INSERT INTO t (a) SELECT v0 FROM bulk_rows", {});
    CHECK(value(store, "SELECT count(*) FROM t") == "3");
    CHECK(value(store, "SELECT count(*) FROM bulk_rows") == "0");
}

TEST_CASE("bulk work is recorded like any other")
{
    auto store = Store::in_memory(acting());
    std::vector<std::string> names;
    for (int i = 10; i < 60; ++i)
        names.push_back(std::to_string(i));
    std::string all = "first";
    for (const auto& name : names)
        all += ' ' + name;
    {
        Transaction transaction(store);
        begin_bulk_work(store);
        add_location(store, "first");
        CHECK(recorded(store).empty()); // it waits
        add_locations(store, names);
        add_location(store, "last");
        transaction.commit();
    }
    CHECK(recorded(store) == all + " last");
    {
        Transaction transaction(store);
        add_location(store, "later");
        CHECK(recorded(store) == all + " last later"); // the bulk work is over
        transaction.commit();
    }
}

TEST_CASE("what is taken back in bulk work is not recorded")
{
    auto store = Store::in_memory(acting());
    {
        Transaction transaction(store);
        begin_bulk_work(store);
        add_location(store, "a");
        {
            Savepoint part(store);
            add_locations(store, {"b", "c"});
        }
        add_location(store, "d");
        CHECK(thrown([&] { add_locations(store, {"e", "a"}); }));
        {
            Savepoint part(store);
            add_location(store, "f");
            part.release();
        }
        transaction.commit();
    }
    CHECK(recorded(store) == "a d f");
    {
        Transaction transaction(store);
        begin_bulk_work(store);
        add_location(store, "g");
    }
    CHECK(recorded(store) == "a d f");
    CHECK(value(store, "SELECT group_concat(name, ' ') FROM location") == "a d f");
}

} // namespace crm::test
