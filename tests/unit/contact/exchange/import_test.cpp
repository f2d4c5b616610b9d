// SPDX-License-Identifier: MIT
#include "tests/unit/contact/exchange/exchanging.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// "NUMBER KIND NAME" of everybody but the own company.
std::string everybody(Store& store)
{
    return value(store, "SELECT group_concat(number || ' ' || kind || ' ' || name, '; ')"
                        "  FROM (SELECT * FROM contact WHERE id > 1 ORDER BY id)");
}

/// "PERSON @ COMPANY (ROLE)".
std::string employments(Store& store)
{
    return value(store, "SELECT group_concat(text, '; ') FROM (SELECT p.name || ' @ ' || c.name ||"
                        "  coalesce(' (' || e.role || ')', '') AS text FROM employment AS e"
                        "  JOIN contact AS p ON p.id = e.person_id"
                        "  JOIN contact AS c ON c.id = e.company_id ORDER BY e.id)");
}

ImportOptions on_duplicate(OnDuplicate what)
{
    ImportOptions options;
    options.on_duplicate = what;
    return options;
}

} // namespace

TEST_CASE("what kind of contact a row is")
{
    auto store = sample_store();
    const auto imported = import_csv(store, "kind,name,company,person,role,given_name,family_name\n"
                                            ",Hansa KG,,,,,\n"
                                            ",,Elbe GmbH,,,,\n"
                                            ",Anna Groß,Elbe GmbH,,Einkauf,,\n"
                                            ",,,,,Jan,van Dijk\n"
                                            "person,Otto Beck,,,,,\n"
                                            ",,Weser GmbH,Eva Holm,Lager,,\n");
    CHECK(imported.failure == "");
    CHECK(everybody(store) ==
          "10001 company Hansa KG; 10002 company Elbe GmbH; 10003 person Anna Groß; "
          "10004 person Jan van Dijk; 10005 person Otto Beck; 10006 company Weser GmbH; "
          "10007 person Eva Holm");
    CHECK(employments(store) == "Anna Groß @ Elbe GmbH (Einkauf); Eva Holm @ Weser GmbH (Lager)");
    CHECK(imported.result.added == 6); // rows: the contact person is in her company's
}

TEST_CASE("a company that is named only as employer is made once, also under another spelling")
{
    auto store = sample_store();
    const auto imported = import_csv(store, "family_name,company\n"
                                            "Groß,Müller & Söhne GmbH\n"
                                            "Klein,Mueller und Soehne\n");
    CHECK(imported.failure == "");
    CHECK(imported.result.companies_made == 1);
    CHECK(employments(store) == "Groß @ Müller & Söhne GmbH; Klein @ Müller & Söhne GmbH");
}

TEST_CASE("references may point forward")
{
    auto store = sample_store();
    const auto imported = import_csv(store, "number,family_name,name,company_number,staff,manager\n"
                                            "20001,Groß,,20002,,AB\n"
                                            "20002,,Elbe GmbH,,,AB\n"
                                            "20003,Berg,,,AB,\n");
    CHECK(imported.failure == "");
    CHECK(employments(store) == "Berg @ Muster GmbH; Groß @ Elbe GmbH");
    CHECK(value(store, "SELECT count(*) FROM contact WHERE manager_id ="
                       " (SELECT contact_id FROM staff WHERE code = 'AB')") == "2");
}

TEST_CASE("staff who stand in for each other, before everybody whom they look after")
{
    auto store = sample_store();
    const std::string text = "number,family_name,name,company,company_number,staff,staff.deputy,"
                             "manager\n"
                             "20001,Groß,,Elbe GmbH,20002,,,\n" // does not make the company
                             "20002,,Elbe GmbH,,,,,AB\n"
                             "20003,Berg,,,,AB,CD,\n"
                             "20004,Damm,,,,CD,EF,\n"
                             "20005,Fuchs,,,,EF,AB,CD\n";
    const auto imported = import_csv(store, text);
    CHECK(imported.failure == "");
    CHECK(imported.rejected == Lines{});
    CHECK(imported.result.added == 5);
    CHECK(value(store, "SELECT group_concat(pair, ' ') FROM (SELECT s.code || '>' || d.code AS "
                       "pair FROM staff AS s"
                       " JOIN staff AS d ON d.contact_id = s.deputy_id ORDER BY s.code)") ==
          "AB>CD CD>EF EF>AB");
}

TEST_CASE("somebody whom no row gives leaves out all who wait for him")
{
    auto store = sample_store();
    ImportOptions options;
    options.skip_errors = true;
    const auto imported = import_csv(store,
                                     "family_name,staff,staff.deputy\n"
                                     "Berg,AB,CD\nDamm,CD,ZZ\nFuchs,EF,GH\nGans,GH,EF\n",
                                     options);
    CHECK(imported.rejected ==
          Lines{"2: there is no staff member 'CD'", "3: there is no staff member 'ZZ'"});
    CHECK(everybody(store) == "10001 person Fuchs; 10002 person Gans");
}

TEST_CASE("a person's further employments are rows with the same number")
{
    auto store = sample_store();
    const auto imported = import_csv(store, "number,family_name,company,role\n"
                                            "20001,Groß,Elbe GmbH,Einkauf\n"
                                            "20001,Groß,Weser KG,Beirat\n");
    CHECK(imported.failure == "");
    CHECK(imported.result.added == 1);
    CHECK(imported.result.updated == 1);
    CHECK(employments(store) == "Groß @ Elbe GmbH (Einkauf); Groß @ Weser KG (Beirat)");
}

TEST_CASE("a number that comes twice for different contacts is refused")
{
    auto store = sample_store();
    const auto imported = import_csv(store, "number,name\n20001,Elbe GmbH\n20001,Weser KG\n");
    CHECK(imported.rejected == Lines{"3: the number '20001' comes a second time"});
    CHECK(imported.failure == "1 of 2 rows cannot be imported; nothing was changed");
    CHECK(everybody(store) == "");
}

TEST_CASE("an empty cell leaves a field as it is, a dash empties it")
{
    auto store = sample_store();
    import_csv(store, "number,name,street,postcode,city,phone,tags,field.size,customer\n"
                      "20001,Elbe GmbH,Kai 1,20457,Hamburg,040 1234,a;b,XL,yes\n");
    const auto imported = import_csv(store,
                                     "number,street,postcode,city,phone,tags,field.size,customer\n"
                                     "20001,Kai 2,,-,-,-,-,-\n",
                                     on_duplicate(OnDuplicate::update));
    CHECK(imported.failure == "");
    CHECK(imported.result.updated == 1);
    CHECK(value(store, "SELECT street || '|' || postcode || '|' || (city IS NULL) || (phone IS "
                       "NULL) || customer FROM contact"
                       " WHERE number = '20001'") == "Kai 2|20457|110");
    CHECK(value(store, "SELECT count(*) FROM contact_tag") == "0");
    CHECK(value(store, "SELECT count(*) FROM contact_field") == "0");
}

TEST_CASE("contacts that are there already")
{
    auto store = sample_store();
    import_csv(store, "name,city\nElbe GmbH,Hamburg\n");
    const std::string again = "name,city,phone\nELBE,Hamburg,040 1234\n";

    SUBCASE("are skipped and named")
    {
        const auto imported = import_csv(store, again);
        CHECK(imported.result.skipped == 1);
        CHECK(imported.skipped == Lines{"2: 10001 Elbe GmbH is there already"});
        CHECK(value(store, "SELECT phone IS NULL FROM contact WHERE id = 2") == "1");
    }
    SUBCASE("or changed")
    {
        CHECK(import_csv(store, again, on_duplicate(OnDuplicate::update)).result.updated == 1);
        CHECK(value(store, "SELECT phone FROM contact WHERE id = 2") == "040 1234");
    }
    SUBCASE("or added beside, if no number says that they are the same")
    {
        const auto add = on_duplicate(OnDuplicate::add);
        CHECK(import_csv(store, again, add).result.added == 1);
        CHECK(everybody(store) == "10001 company Elbe GmbH; 10002 company ELBE");
        const auto numbered = import_csv(store, "number,name\n10001,Elbe GmbH\n", add);
        CHECK(numbered.rejected == Lines{"2: the number '10001' is taken by Elbe GmbH"});
    }
}

TEST_CASE("bad rows: nothing is imported, or all but them")
{
    auto store = sample_store();
    const std::string text = "name,family_name,company,iban,birthday\n"
                             "Elbe GmbH,,,,\n"
                             "Weser KG,,,DE00,\n"
                             ",Groß,Neu AG,,31.02.1980\n"
                             ",,,,01.01.1980\n";
    CHECK(import_csv(store, text).failure == "3 of 4 rows cannot be imported; nothing was changed");
    CHECK(everybody(store) == "");

    ImportOptions options;
    options.skip_errors = true;
    const auto imported = import_csv(store, text, options);
    CHECK(imported.failure == "");
    CHECK(imported.result.rejected == 3);
    REQUIRE(imported.rejected.size() == 3);
    CHECK(imported.rejected[2] == "5: the row has no name");
    CHECK(everybody(store) == "10001 company Elbe GmbH"); // no employer of the row left out
}

TEST_CASE("values of every row, several phones, columns by other names")
{
    auto store = sample_store();
    ImportOptions options;
    options.settings = {parse_setting("customer=ja"), parse_setting("tags=messe")};
    const auto imported =
        import_csv(store, "\"Name, Firma\";Tel1;Tel2;Ort\nElbe GmbH;040 12;040 13;Hamburg\n",
                   options, "Name, Firma=company,Tel1=phone,Tel2=phone,Ort=");
    CHECK(imported.failure == "");
    CHECK(value(store, "SELECT name || '|' || phone || '|' || customer || '|' || (city IS NULL)"
                       "  FROM contact WHERE id = 2") == "Elbe GmbH|040 12;040 13|1|1");
    CHECK(value(store, "SELECT tag FROM contact_tag") == "messe");
}

TEST_CASE("mappings and values that mean nothing")
{
    CHECK_THROWS_WITH_AS(parse_contact_mapping("Firma=nmae"), "unknown key 'nmae'", Error);
    CHECK_THROWS_WITH_AS(parse_contact_mapping("Firma"), "'Firma' is no value for --map", Error);
    CHECK_THROWS_WITH_AS(parse_setting("number=10001"),
                         "not every contact can have the number '10001'", Error);
    CHECK_THROWS_WITH_AS(parse_setting("customer"), "'customer' is no value for --set", Error);
    auto store = sample_store();
    CHECK_THROWS_WITH_AS(import_csv(store, "a,b\n1,2\n"),
                         "no column of the file is the name of a contact; it has a, b", Error);
    CHECK_THROWS_WITH_AS(import_csv(store, "name,Name 2\nx,y\n", {}, "Name 2=name"),
                         "the columns 'name' and 'Name 2' both mean 'name'", Error);
}

TEST_CASE("only the own company has staff")
{
    auto store = sample_store();
    const auto imported =
        import_csv(store, "family_name,company,staff\nBerg,Elbe GmbH,AB\nDamm,Muster GmbH,CD\n");
    CHECK(imported.rejected ==
          Lines{"2: 'Elbe GmbH' is not the own company, Muster GmbH, so it has no staff of ours"});
}

} // namespace crm::test
