// SPDX-License-Identifier: MIT
#include "crm/store/create.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/folder.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

namespace crm::test
{

namespace
{

void add_yard(Store& store)
{
    store.execute("INSERT INTO location (name) VALUES ('yard')");
}

struct stat status_of(const std::filesystem::path& file)
{
    struct stat status {
    };
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status;
}

} // namespace

TEST_CASE("a database appears whole, alone in its folder")
{
    const Folder folder;
    const auto file = folder / "crm.db";
    create_database(file, acting(), std::nullopt, [&](Store& store) {
        CHECK_FALSE(std::filesystem::exists(file));
        add_yard(store);
    });
    CHECK(folder.size() == 1);
    CHECK((status_of(file).st_mode & 07777) == 0600);
    auto store = Store::open(file, acting());
    CHECK(value(store, "SELECT name FROM location") == "yard");
    CHECK(value(store, "SELECT count(*) FROM audit") == "1");
}

TEST_CASE("what fails while it is filled leaves nothing")
{
    const Folder folder;
    const auto fail = [](Store& store) {
        add_yard(store);
        throw error(ErrorKind::rejected, "no");
    };
    CHECK(throws(ErrorKind::rejected,
                 [&] { create_database(folder / "crm.db", acting(), std::nullopt, fail); }));
    CHECK(folder.size() == 0);
}

TEST_CASE("an existing file stays, also one that comes while the database is made")
{
    const Folder folder;
    const auto file = folder.write("crm.db", "precious");
    const auto create = [&](const std::function<void(Store&)>& fill) {
        create_database(file, acting(), std::nullopt, fill);
    };
    CHECK(throws(ErrorKind::rejected, [&] { create([](Store&) { FAIL("filled"); }); }));
    std::filesystem::remove(file);
    CHECK(throws(ErrorKind::rejected,
                 [&] { create([&](Store&) { folder.write("crm.db", "precious"); }); }));
    CHECK(std::filesystem::file_size(file) == 8);
    CHECK(folder.size() == 1);
}

TEST_CASE("a dry run touches no disk")
{
    const Folder folder;
    auto options = acting();
    options.dry_run = true;
    bool filled = false;
    create_database(folder / "no/crm.db", options, std::nullopt, [&](Store& store) {
        add_yard(store);
        filled = true;
    });
    CHECK(filled);
    CHECK(folder.size() == 0);
}

TEST_CASE("a shared database belongs to its group with the files beside it, for good")
{
    const Folder folder;
    const auto file = folder / "crm.db";
    create_database(file, acting(), ::getgid(), add_yard);
    for (int round = 0; round < 2; ++round) {
        for (const char* suffix : {"", "-wal", "-shm"}) {
            const auto status = status_of(file.string() + suffix);
            CHECK((status.st_mode & 07777) == 0660);
            CHECK(status.st_gid == ::getgid());
        }
        auto store = Store::open(file, acting());
        change(store, "UPDATE location SET name = name || 'x'");
    }
    CHECK(folder.size() == 3);
}

TEST_CASE("missing folders are made for their owner alone")
{
    const Folder folder;
    const auto file = folder / "a/b/crm.db";
    create_private_folders(file);
    create_private_folders(file);
    CHECK((status_of(folder / "a").st_mode & 07777) == 0700);
    CHECK((status_of(folder / "a/b").st_mode & 07777) == 0700);
    folder.write("c", "");
    CHECK(throws(ErrorKind::io, [&] { create_private_folders(folder / "c/d/crm.db"); }));
}

} // namespace crm::test
