// SPDX-License-Identifier: MIT
#include "tests/unit/contact/exchange/exchanging.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// A database with contacts that have names in common.
Store store_with(const std::string& csv)
{
    auto store = sample_store();
    REQUIRE(import_csv(store, csv, {}).failure == "");
    return store;
}

Imported update(Store& store, const std::string& csv)
{
    ImportOptions options;
    options.on_duplicate = OnDuplicate::update;
    return import_csv(store, csv, options);
}

/// Whom the web site came to that every row brings here.
std::string changed(Store& store)
{
    return value(store, "SELECT group_concat(number) FROM contact WHERE web = 'nord.de'");
}

Store three_of_a_name()
{
    return store_with("number,name,postcode,city,email\n"
                      "N1,Nord,28195,Bremen,\n"
                      "N2,Nord,20095,Hamburg,\n"
                      "N3,Nord,80331,München,info@nord.de\n");
}

} // namespace

TEST_CASE("of several contacts of one name an import changes the one that fits best")
{
    auto store = three_of_a_name();
    SUBCASE("by the city alone")
    {
        CHECK(update(store, "name,city,web\nNord,Hamburg,nord.de\n").result.updated == 1);
        CHECK(changed(store) == "N2");
        CHECK(value(store, "SELECT city FROM contact WHERE number = 'N1'") == "Bremen");
    }
    SUBCASE("by the postcode alone")
    {
        update(store, "name,postcode,web\nNord,20095,nord.de\n");
        CHECK(changed(store) == "N2");
    }
    SUBCASE("by an e-mail")
    {
        update(store, "name,email,web\nNord,info@nord.de,nord.de\n");
        CHECK(changed(store) == "N3");
    }
    SUBCASE("a VAT ID decides against all the rest")
    {
        store.execute("UPDATE contact SET vat_id = 'DE136695976' WHERE number = 'N1'");
        update(store, "name,city,email,vat_id,web\n"
                      "Nord,München,info@nord.de,DE136695976,nord.de\n");
        CHECK(changed(store) == "N1");
    }
}

TEST_CASE("a row that fits several contacts alike is a bad row that names them")
{
    auto store = three_of_a_name();
    const std::string all =
        "2: 'Nord' may be any of the contacts N1, N2, N3: give the number of one";
    CHECK(update(store, "name,web\nNord,nord.de\n").rejected == Lines{all});
    // A place speaks for one, an e-mail for another.
    const auto torn = update(store, "name,city,email,web\nNord,Hamburg,info@nord.de,nord.de\n");
    CHECK(torn.rejected ==
          Lines{"2: 'Nord' may be any of the contacts N2, N3: give the number of one"});
    CHECK(torn.failure == "1 of 1 rows cannot be imported; nothing was changed");
    CHECK(changed(store) == "");

    // What is only skipped is named, and needs no choice.
    CHECK(import_csv(store, "name,web\nNord,nord.de\n").skipped ==
          Lines{"2: N1 Nord is there already"});
}

TEST_CASE("between contacts that fit alike, the name as written counts, then who is in use")
{
    auto store = store_with("number,name,archived\n"
                            "N1,Nord GmbH,2026-01-31\n"
                            "N2,Nord KG,\n"
                            "N3,Nord KG,2026-01-31\n");
    update(store, "name,web\nNord GmbH,nord.de\n");
    CHECK(changed(store) == "N1");
    update(store, "name,web\nNord KG,nord.de\n");
    CHECK(changed(store) == "N1,N2");
    CHECK(update(store, "name,phone\nNord,0421 1\n").result.updated == 1);
    CHECK(value(store, "SELECT number FROM contact WHERE phone = '0421 1'") == "N2");
}

TEST_CASE("a contact person is not mistaken for a namesake at the same company")
{
    auto store = store_with("number,name,company_number,email\n"
                            "C,Nord,,\n"
                            "P1,Eva Holm,C,eva1@nord.de\n"
                            "P2,Eva Holm,C,eva2@nord.de\n");
    CHECK(update(store, "number,name,person,salutation\nC,Nord,Eva Holm,Frau\n").rejected ==
          Lines{"2: 'Eva Holm' may be any of the contacts P1, P2: give the number of one"});
    CHECK(update(store, "kind,name,company_number,email,web\n"
                        "person,Eva Holm,C,eva2@nord.de,nord.de\n")
              .result.updated == 1);
    CHECK(changed(store) == "P2");
}

} // namespace crm::test
