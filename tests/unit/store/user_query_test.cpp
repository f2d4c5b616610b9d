// SPDX-License-Identifier: MIT
#include "crm/store/store.hpp"
#include "crm/store/user_query.hpp"
#include "crm/store/views.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/folder.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// A file with a contact, open for reading as `crm sql` has it.
class Queried
{
  public:
    Queried() : file_(folder_ / "crm.db")
    {
        auto store = Store::create(file_, acting());
        change(store, R"sql(
            INSERT INTO contact (number, number_key, kind, name) VALUES ('1', 'a', 'company', 'Ä');
            INSERT INTO contact_tag (contact_id, tag, tag_key) VALUES (1, 't', 't'), (1, 'u', 'u');)sql");
    }

    /// The first column of all rows.
    std::string run(std::string_view sql)
    {
        auto store = Store::open_read_only(file_, acting());
        UserQuery query(store, sql);
        std::string all;
        while (query.step())
            all += (all.empty() ? "" : ",") + query.row().string(0);
        return all;
    }

    std::string refusal(std::string_view sql)
    {
        const auto error = thrown([&] { run(sql); });
        REQUIRE_MESSAGE(error, sql);
        CHECK(error->kind == ErrorKind::usage);
        return error->what();
    }

  private:
    Folder folder_;
    std::filesystem::path file_;
};

} // namespace

TEST_CASE("every view can be read, in any shape a SELECT can have")
{
    Queried q;
    CHECK(q.run("SELECT name FROM contacts") == "Ä");
    CHECK(q.run("SELECT count(*) FROM Contacts") == "1");
    CHECK(q.run("SELECT tag FROM contact_tags ORDER BY tag DESC") == "u,t");
    CHECK(q.run("SELECT c.name FROM contacts AS c JOIN contact_tags AS t USING (number)") == "Ä,Ä");
    CHECK(q.run("WITH x AS (SELECT number FROM contacts) SELECT count(*) FROM x") == "1");
    CHECK(q.run("SELECT n FROM (SELECT name AS n FROM contacts)") == "Ä");
    CHECK(q.run("WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 3) SELECT n "
                "FROM c") == "1,2,3");
    CHECK(q.run("SELECT value FROM json_each('[1,2]')") == "1,2");
    CHECK(q.run("SELECT fold('MÜLLER')") == "muller");
    CHECK(q.run("SELECT line_net(36667, 100003, 5)") == "36650"); // 366.4976...
    CHECK(q.run("SELECT line_net(9000000000000, 1000000000, 0)") == "90000000000000000");
    CHECK(q.run("SELECT line_net(NULL, 1, 0) IS NULL") == "1");
    CHECK(q.run("SELECT 1; -- and a remark\n ") == "1");
    CHECK(q.run("EXPLAIN QUERY PLAN SELECT 1") != "");
    for (const auto& view : views())
        CHECK_NOTHROW(q.run("SELECT * FROM " + std::string(view.name)));
}

TEST_CASE("tables cannot be read, under whatever name")
{
    Queried q;
    CHECK(q.refusal("SELECT name FROM contact") == "'contact' cannot be read");
    CHECK(q.refusal("SELECT count(*) FROM contact") == "'contact' cannot be read");
    CHECK(q.refusal("SELECT count(*) FROM CONTACT") == "'CONTACT' cannot be read");
    CHECK(q.refusal("SELECT name FROM main.contact") == "'contact' cannot be read");
    CHECK(q.refusal("SELECT * FROM contacts WHERE number IN (SELECT number FROM contact)") ==
          "'contact' cannot be read");
    CHECK(q.refusal("SELECT salt FROM audit_value AS audit_log") == "'audit_value' cannot be read");
    // A subquery may call itself like a view, and gets no more than that view shows.
    CHECK(q.refusal("WITH audit_log AS (SELECT salt FROM audit_value) SELECT * FROM audit_log") ==
          "'audit_value' cannot be read");
    CHECK(q.refusal("SELECT * FROM (SELECT hash FROM audit) AS audit_log") ==
          "'audit' cannot be read");
    for (const char* table :
         {"sqlite_schema", "sqlite_master", "pragma_table_list", "contact_text_index",
          "contact_text_index_content", "sqlite_temp_schema", "dbstat", "sqlite_stmt"}) {
        CAPTURE(table);
        CHECK(q.refusal(std::string("SELECT * FROM ") + table) != "");
        CHECK(q.refusal(std::string("SELECT count(*) FROM ") + table) != "");
    }
}

TEST_CASE("a refusal lists what can be read")
{
    Queried q;
    const auto error = thrown([&] { q.run("SELECT * FROM kontakte"); });
    REQUIRE(error);
    CHECK(error->what() == std::string("no such table: kontakte"));
    CHECK(error->hint.find("contact_targets, contacts, count_entries, count_lines") !=
          std::string::npos);
}

TEST_CASE("nothing but one SELECT runs")
{
    Queried q;
    for (const char* sql :
         {"DELETE FROM contacts", "UPDATE contact SET name = 'x'", "DROP VIEW contacts",
          "PRAGMA user_version", "PRAGMA query_only = OFF", "ATTACH ':memory:' AS other", "BEGIN",
          "VACUUM", "VACUUM INTO '/tmp/x'", "CREATE TEMP TABLE t (a)", "ANALYZE", "REINDEX",
          "SELECT load_extension('x')", "WITH x AS (SELECT 1) DELETE FROM contact"})
        CHECK(q.refusal(sql) != "");
    CHECK(q.refusal("") == "there is no statement");
    CHECK(q.refusal(" -- nothing\n") == "there is no statement");
    CHECK(q.refusal("SELECT 1; SELECT 2") == "only one statement can be run");
    CHECK(q.refusal("SELECT 1; nonsense") == "only one statement can be run");
    CHECK(q.refusal("SELEC 1") == "near \"SELEC\": syntax error");
    CHECK(q.refusal("SELECT abs(-9223372036854775808)") ==
          "integer overflow"); // only while it runs
}

} // namespace crm::test
