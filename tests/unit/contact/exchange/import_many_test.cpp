// SPDX-License-Identifier: MIT
#include "crm/contact/number_filter.hpp"
#include "crm/contact/search/index_keys.hpp"
#include "crm/switchboard/checks.hpp"
#include "tests/unit/contact/exchange/exchanging.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>

#include <random>

namespace crm::test
{

namespace
{

/// What `db check` would say.
std::string wrong(Store& store)
{
    std::string found;
    run_checks(store, all_checks(), [&](const Breach& breach) { found += breach.text + '\n'; });
    return found;
}

/// `count` companies with a person each.
std::string many_rows(int count)
{
    std::string csv = "number,kind,name,company_number,phone,email,blocks,consents\n";
    for (int i = 0; i < count; ++i)
        csv += fmt::format("K{0},company,Firma {1} GmbH,,0551 49{0},info@{1}.example,phone,\n"
                           "P{0},person,Anna Wort{1},K{0},0171 55{0},a@{1}.example,,newsletter\n",
                           1000 + i, i * 7919 % count);
    return csv;
}

} // namespace

TEST_CASE("an import of many is as if they had come one by one")
{
    auto store = sample_store();
    const auto first = import_csv(store, many_rows(400));
    CHECK(first.failure == "");
    CHECK(first.result.added == 800);
    CHECK(wrong(store) == "");
    CHECK(value(store, "SELECT count(*) FROM contact_point_index WHERE value LIKE '%.example'") >=
          "800");
    CHECK(value(store, "SELECT count(*) FROM contact_text_index WHERE contact_text_index MATCH "
                       "'wort399'") == "1");
    CHECK(value(store, "SELECT count(*) FROM consent") == "800");
    CHECK(import_csv(store, many_rows(400)).result.skipped == 800);
    CHECK(wrong(store) == "");
}

TEST_CASE("a number that comes a second time is noticed, in whatever case, and given or made")
{
    auto store = sample_store();
    const auto made = value(store, "SELECT next FROM number_series WHERE name = 'contact'");
    const auto imported = import_csv(
        store, "number,name\nK1,Eins GmbH\nk1,Zwei GmbH\n,Drei GmbH\n" + made + ",Vier GmbH\n");
    CHECK(imported.rejected.size() == 2);
}

TEST_CASE("who is employed at a company of the same file is found by its words")
{
    auto store = sample_store();
    auto options = ImportOptions{};
    options.skip_errors = true;
    const auto imported = import_csv(store,
                                     "number,kind,name,company,company_number\n"
                                     "P1,person,Anna Früh,,K9\n"
                                     "P2,person,Bernd Spät,Unbeschrieben KG,\n"
                                     "K9,company,Späterkommend AG,,\n"
                                     "K9,company,Anders AG,,\n",
                                     options);
    CHECK(imported.result.added == 3);
    CHECK(imported.rejected.size() == 1);
    CHECK(wrong(store) == "");
}

TEST_CASE("keys are written in the order of their index")
{
    auto store = Store::in_memory(acting());
    store.execute("CREATE TABLE t (text, contact, employment, kind)");
    std::mt19937 dice(20260630); // NOLINT: every run the same
    IndexKeys keys;
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (auto length = dice() % 24; length > 0; --length)
            text += static_cast<char>(dice() % 3 == 0 ? 0xFC : 'a' + dice() % 2);
        keys.add(text, dice() % 3, dice() % 2, "fax");
    }
    const char* sql = "INSERT INTO t SELECT v0, v1, v2, v3 FROM bulk_rows";
    keys.write(store, sql);
    CHECK(keys.bytes() == 0);
    CHECK(value(store, "SELECT count(*) FROM t WHERE kind = 'fax'") == "3000");
    CHECK(value(store, R"sql(
        SELECT count(*) FROM t AS a JOIN t AS b ON b.rowid = a.rowid + 1
         WHERE (CAST(a.text AS BLOB), a.contact, a.employment) >
               (CAST(b.text AS BLOB), b.contact, b.employment))sql") == "0");
    keys.write(store, sql);
    CHECK(value(store, "SELECT count(*) FROM t") == "3000");
}

TEST_CASE("a filter of numbers forgets none, and lets few pass that are not there")
{
    auto store = sample_store();
    NumberFilter filter(store);
    auto present = store.prepare("SELECT number_key FROM contact");
    while (present.step())
        CHECK(filter.may_hold(present.text(0)));
    int passed = 0;
    for (int i = 0; i < 20'000; ++i) {
        passed += filter.may_hold(std::to_string(i)) ? 1 : 0;
        filter.add(std::to_string(i));
        CHECK(filter.may_hold(std::to_string(i)));
    }
    CHECK(passed < 20);
}

} // namespace crm::test
