// SPDX-License-Identifier: MIT
#include "crm/store/backup.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/folder.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace crm::test
{

namespace
{

const char* const places = "SELECT group_concat(name) FROM location";
constexpr auto wait = std::chrono::milliseconds(100);

void add_place(Store& store, const char* name)
{
    Transaction transaction(store);
    store.prepare("INSERT INTO location (name) VALUES (:name)").bind(":name", name).run();
    transaction.commit();
}

std::string places_in(const std::filesystem::path& file)
{
    auto store = Store::open(file, acting());
    return value(store, places);
}

} // namespace

TEST_CASE("a backup is a database of its own, of one moment")
{
    const Folder folder;
    auto store = Store::create(folder / "crm.db", acting());
    add_place(store, "a");
    auto other = Store::open(folder / "crm.db", acting());
    bool told = false;
    backup_database(store, folder / "copy.db", [&](std::int64_t, std::int64_t) {
        add_place(other, "b"); // others go on writing
        told = true;
    });
    CHECK(told);
    CHECK(places_in(folder / "copy.db") == "a");
    CHECK(value(store, places) == "a,b");
    using std::filesystem::perms;
    CHECK(std::filesystem::status(folder / "copy.db").permissions() ==
          (perms::owner_read | perms::owner_write));
    CHECK(throws(ErrorKind::rejected, [&] { backup_database(store, folder / "copy.db"); }));
    CHECK(throws(ErrorKind::io, [&] { backup_database(store, folder / "no/copy.db"); }));
}

TEST_CASE("a restore gives the content back to everybody, and keeps the replaced one")
{
    const Folder folder;
    const auto live = folder / "crm.db";
    auto store = Store::create(live, acting());
    add_place(store, "a");
    backup_database(store, folder / "copy.db");
    add_place(store, "b");
    auto reader = Store::open(live, acting());
    CHECK(value(reader, places) == "a,b");
    restore_database(live, folder / "copy.db", folder / "kept.db", wait);
    CHECK(value(reader, places) == "a");
    CHECK(value(store, places) == "a");
    add_place(store, "c");
    CHECK(value(reader, places) == "a,c");
    CHECK(places_in(folder / "kept.db") == "a,b");
    CHECK(places_in(folder / "copy.db") == "a");
}

TEST_CASE("a restore waits for the one who writes, then gives up without a trace")
{
    const Folder folder;
    const auto live = folder / "crm.db";
    auto store = Store::create(live, acting());
    backup_database(store, folder / "copy.db");
    add_place(store, "a");
    Transaction writing(store);
    CHECK(throws(ErrorKind::io,
                 [&] { restore_database(live, folder / "copy.db", folder / "kept.db", wait); }));
    writing.commit();
    CHECK(value(store, places) == "a");
    CHECK_FALSE(std::filesystem::exists(folder / "kept.db"));
}

TEST_CASE("only a sound database of ours is restored")
{
    const Folder folder;
    const auto live = folder / "crm.db";
    auto store = Store::create(live, acting());
    add_place(store, "a");
    const auto refused = [&](const std::filesystem::path& backup) {
        return throws(ErrorKind::io,
                      [&] { restore_database(live, backup, folder / "kept.db", wait); });
    };
    CHECK(refused(folder / "none.db"));
    CHECK(refused(folder.write("text.db", std::string(5000, 'x'))));
    CHECK(refused(folder.write("empty.db", "")));
    backup_database(store, folder / "newer.db");
    Store::open(folder / "newer.db", acting()).execute("PRAGMA user_version = 999");
    CHECK(refused(folder / "newer.db"));
    backup_database(store, folder / "damaged.db");
    {
        // The page of an index, so that only an examination finds it.
        const auto page = std::stoll(
            value(store, "SELECT rootpage FROM sqlite_schema WHERE name = 'contact_by_iban'"));
        std::fstream file(folder / "damaged.db", std::ios::binary | std::ios::in | std::ios::out);
        file.seekp((page - 1) * 4096);
        file << std::string(4096, 'x');
    }
    CHECK(refused(folder / "damaged.db"));
    CHECK(
        throws(ErrorKind::usage, [&] { restore_database(live, live, folder / "kept.db", wait); }));
    CHECK(value(store, places) == "a");
    CHECK_FALSE(std::filesystem::exists(folder / "kept.db"));
}

TEST_CASE("a live file that is no database any more is moved away")
{
    const Folder folder;
    const auto backup = folder / "copy.db";
    {
        auto store = Store::create(backup, acting());
        add_place(store, "a");
    }
    std::string whole(std::filesystem::file_size(backup), ' ');
    std::ifstream(backup, std::ios::binary)
        .read(whole.data(), static_cast<std::streamsize>(whole.size()));
    for (const auto& left : {std::string(9000, 'x'), whole.substr(0, 500000), whole.substr(0, 4096),
                             whole.substr(0, 100), std::string()}) {
        CAPTURE(left.size());
        const Folder lives_in;
        const auto live = lives_in.write("crm.db", left);
        restore_database(live, backup, lives_in / "kept.db", wait);
        CHECK(places_in(live) == "a");
        CHECK(std::filesystem::file_size(lives_in / "kept.db") == left.size());
    }
}

TEST_CASE("a live file that is lost is there again, without the log of the lost one")
{
    const Folder folder;
    const auto live = folder / "crm.db";
    {
        auto store = Store::create(live, acting());
        add_place(store, "a");
        backup_database(store, folder / "copy.db");
        add_place(store, "b");
        std::filesystem::copy_file(live.string() + "-wal", folder / "log");
    }
    std::filesystem::remove(live);
    std::filesystem::rename(folder / "log", live.string() + "-wal");
    restore_database(live, folder / "copy.db", folder / "kept.db", wait);
    CHECK(places_in(live) == "a");
    CHECK(std::filesystem::exists(folder / "kept.db-wal"));
}

TEST_CASE("a backup is read where nothing can be written, and with the log it was copied with")
{
    const Folder folder;
    const auto live = folder / "crm.db";
    auto store = Store::create(live, acting());
    std::filesystem::create_directory(folder / "copies");
    add_place(store, "a");
    // Copied by other means while the database is open: the change is in the log alone.
    std::filesystem::copy_file(live, folder / "copies/crm.db");
    std::filesystem::copy_file(live.string() + "-wal", folder / "copies/crm.db-wal");
    add_place(store, "b");
    restore_database(live, folder / "copies/crm.db", folder / "kept.db", wait);
    CHECK(value(store, places) == "a");

    backup_database(store, folder / "copy.db");
    const auto before = folder.size();
    CHECK(check_backup(folder / "copy.db") == store.schema_version());
    CHECK(folder.size() == before);
}

} // namespace crm::test
