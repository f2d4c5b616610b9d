// SPDX-License-Identifier: MIT
#include "crm/store/store.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/folder.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

namespace crm::test
{

namespace
{

std::string refusal(const std::filesystem::path& file)
{
    const auto error = thrown([&] { Store::open(file, acting()); });
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::io);
    return error->what();
}

unsigned mode(const std::filesystem::path& file)
{
    struct stat status {
    };
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

const char* const insert_place = "INSERT INTO location (name) VALUES ('yard')";
const char* const count_places = "SELECT count(*) FROM location";

} // namespace

TEST_CASE("what is no database of ours is not opened, and says why")
{
    const Folder folder;
    CHECK(refusal(folder / "none.db").starts_with("there is no database"));
    std::filesystem::create_directory(folder / "dir.db");
    CHECK(refusal(folder / "dir.db").ends_with("is not a file"));
    CHECK(refusal(folder.write("empty.db", "")).ends_with("is not a crm database"));
    CHECK(refusal(folder.write("text.db", std::string(5000, 'x')))
              .ends_with("is not a crm database"));
    const auto foreign = folder / "foreign.db";
    {
        auto store = Store::create(foreign, acting());
        store.execute("PRAGMA application_id = 7");
    }
    CHECK(refusal(foreign).ends_with("is not a crm database"));
    CHECK(folder.size() == 4); // nothing was made by looking
}

TEST_CASE("a newer database is refused, an older one wants to be migrated")
{
    const Folder folder;
    const auto file = folder / "crm.db";
    Store::create(file, acting()).execute("PRAGMA user_version = 999");
    CHECK(refusal(file).find("is newer than this program (schema 999") != std::string::npos);
    CHECK(throws(ErrorKind::io, [&] { Store::open_any_version(file, acting()); }));
    const auto old = folder / "old.db";
    Store::create(old, acting()).execute("PRAGMA user_version = 0");
    CHECK(refusal(old).ends_with("is of an older version of crm"));
    CHECK(Store::open_any_version(old, acting()).schema_version() == 0);
}

TEST_CASE("a new database is for its owner alone, and replaces nothing")
{
    const Folder folder;
    const auto file = folder / "crm.db";
    const auto mask = ::umask(0);
    Store::create(file, acting());
    ::umask(mask);
    CHECK(mode(file) == 0600);
    CHECK(throws(ErrorKind::rejected, [&] { Store::create(file, acting()); }));
}

TEST_CASE("a dry run sees its changes and leaves nothing")
{
    const Folder folder;
    const auto file = folder / "crm.db";
    Store::create(file, acting());
    {
        auto options = acting();
        options.dry_run = true;
        auto store = Store::open(file, options);
        change(store, insert_place);
        CHECK(value(store, count_places) == "1");
        change(store, "DELETE FROM location");
        CHECK(value(store, count_places) == "0");
        CHECK(value(store, "SELECT count(*) FROM audit") == "2");
    }
    auto store = Store::open(file, acting());
    CHECK(value(store, count_places) == "0");
    CHECK(value(store, "SELECT count(*) FROM audit") == "0");
}

TEST_CASE("an inner transaction joins the outer one")
{
    auto store = Store::in_memory(acting());
    {
        Transaction outer(store);
        change(store, insert_place);
    } // not committed
    CHECK(value(store, count_places) == "0");
    {
        Transaction outer(store);
        change(store, insert_place);
        outer.commit();
    }
    CHECK(value(store, count_places) == "1");
}

TEST_CASE("an exception undoes the transaction, and the next one works")
{
    auto store = Store::in_memory(acting());
    const auto fail = [&] {
        Transaction transaction(store);
        store.execute(insert_place);
        store.execute(insert_place); // the name is taken
    };
    CHECK(throws(ErrorKind::rejected, fail));
    CHECK(value(store, count_places) == "0");
    CHECK(value(store, "SELECT count(*) FROM audit") == "0");
    change(store, insert_place);
    CHECK(value(store, count_places) == "1");
    CHECK(value(store, "SELECT count(*) FROM audit") == "1");
}

TEST_CASE("the outer transaction cannot keep what an inner one gave up")
{
    auto store = Store::in_memory(acting());
    Transaction outer(store);
    {
        Transaction inner(store);
    }
    CHECK_THROWS_AS(outer.commit(), std::logic_error);
}

TEST_CASE("a statement is lent again with empty bindings, and twice at once")
{
    auto store = Store::in_memory(acting());
    const char* const sql = "SELECT :a";
    {
        auto first = store.prepare(sql);
        first.bind(":a", "x");
        auto second = store.prepare(sql);
        second.bind(":a", "y");
        CHECK(first.step());
        CHECK(second.step());
        CHECK(first.text(0) == "x");
        CHECK(second.text(0) == "y");
    }
    auto again = store.prepare(sql);
    CHECK(again.step());
    CHECK(again.is_null(0));
}

TEST_CASE("values come back as they were bound")
{
    auto store = Store::in_memory(acting());
    auto query = store.prepare("SELECT :int, :text, :empty, :null, :day, :blob, :flag, :zero");
    const std::string with_zero("a\0b", 3);
    query.bind(":int", std::int64_t{-9'000'000'000})
        .bind(":text", "Müller")
        .bind(":empty", std::string_view())
        .bind_or_null(":null", "")
        .bind(":day", *parse_iso_date("2026-06-30"))
        .bind_blob(":blob", with_zero)
        .bind(":flag", true)
        .bind(":zero", with_zero);
    REQUIRE(query.step());
    CHECK(query.integer(0) == -9'000'000'000);
    CHECK(query.text(1) == "Müller");
    CHECK_FALSE(query.is_null(2));
    CHECK(query.is_null(3));
    CHECK(query.text(4) == "2026-06-30");
    CHECK(query.date(4) == parse_iso_date("2026-06-30"));
    CHECK(query.blob(5) == with_zero);
    CHECK(query.boolean(6));
    CHECK(query.text(7) == with_zero);
    CHECK_FALSE(query.step());
    CHECK_THROWS_AS(query.bind(":nothing", 1), std::logic_error);
}

TEST_CASE("a second writer waits, then fails")
{
    const Folder folder;
    const auto file = folder / "crm.db";
    Store::create(file, acting());
    auto one = Store::open(file, acting());
    auto options = acting();
    options.busy_timeout = std::chrono::milliseconds(50);
    auto other = Store::open(file, options);
    Transaction writing(one);
    const auto begin = std::chrono::steady_clock::now();
    const auto error = thrown([&] { change(other, insert_place); });
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(45));
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::io);
    CHECK(std::string(error->what()).ends_with("is locked by another process"));
    CHECK(value(other, count_places) == "0"); // reading goes on
    writing.commit();
    change(other, insert_place);
    CHECK(value(one, count_places) == "1");
}

TEST_CASE("a store for reading writes nothing")
{
    const Folder folder;
    const auto file = folder / "crm.db";
    Store::create(file, acting());
    auto store = Store::open_read_only(file, acting());
    CHECK(value(store, count_places) == "0");
    CHECK(throws(ErrorKind::io, [&] { store.execute(insert_place); }));
}

} // namespace crm::test
