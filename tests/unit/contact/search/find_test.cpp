// SPDX-License-Identifier: MIT
#include "tests/unit/contact/search/finding.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

TEST_CASE("matches come best first")
{
    auto store = sample_store();
    add_person(store, "Otto Maier");
    add_person(store, "Otto Meierhoff");
    add_person(store, "Otto Meier");
    add_person(store, "Otto Mêier");
    add_person(store, "Otto Seier");
    add_person(store, "Otto Schmidt");
    CHECK(found(store, {"meier"}) == Lines{"Otto Meier: exact", "Otto Meierhoff: prefix",
                                           "Otto Mêier: folded", "Otto Maier: phonetic",
                                           "Otto Seier: typo"});
}

TEST_CASE("all spellings of an umlaut are one")
{
    auto store = sample_store();
    add_person(store, "Max Müller");
    add_person(store, "Max Mueller");
    add_person(store, "Max MULLER");
    CHECK(found(store, {"Müller"}) ==
          Lines{"Max Müller: exact", "Max Mueller: folded", "Max MULLER: folded"});
    CHECK(found(store, {"mueller"}) ==
          Lines{"Max Mueller: exact", "Max Müller: folded", "Max MULLER: folded"});
    CHECK(found(store, {"mull"}) ==
          Lines{"Max MULLER: prefix", "Max Müller: folded", "Max Mueller: folded"});
    CHECK(found(store, {"Straße"}).empty());
}

TEST_CASE("sounds that say too little do not count")
{
    auto store = sample_store();
    add_company(store, "Auto OHG");
    add_company(store, "Auto AG");
    add_person(store, "Heyke Ley");
    CHECK(found(store, {"Heike"}) == Lines{"Heyke Ley: phonetic"});
    CHECK(found(store, {"Lay"}) == Lines{"Heyke Ley: phonetic"});
    CHECK(found(store, {"Koch"}).empty());
}

TEST_CASE("one error of any kind is forgiven, numbers excepted")
{
    auto store = sample_store();
    add_company_in(store, "Kowalski", "Bochum", "44787");
    for (const auto* typed : {"Jowalski", "Kowalskx", "owalski", "Kowalsk", "Kowwalski", "Kowlaski",
                              "okwalski", "Kowaslki", "Kowalksi", "Kowalskix"})
        CHECK_MESSAGE(found(store, {typed}).size() == 1, typed);
    CHECK(found(store, {"Kowasklix"}).empty());
    CHECK(found(store, {"Bohcum", "Kowasklix"}).empty());
    CHECK(found(store, {"44788"}).empty());
}

TEST_CASE("every text must match, in any field, in any order")
{
    auto store = sample_store();
    const auto mill = add_company_in(store, "Mühle & Söhne GmbH", "Hamburg", "20095");
    add_company_in(store, "Mühle Nord GmbH", "Kiel", "24103");
    add_person(store, "Eva Berg", mill);
    CHECK(found(store, {"mühle", "20095"}) == Lines{"Mühle & Söhne GmbH: exact"});
    CHECK(found(store, {"hamburg berg"}) == Lines{"Eva Berg @ Mühle & Söhne GmbH: exact"});
    CHECK(found(store, {"Söhne,", "MÜHLE", "&"}) ==
          Lines{"Mühle & Söhne GmbH: exact", "Eva Berg @ Mühle & Söhne GmbH: exact"});
    CHECK(found(store, {"kiel", "eva"}).empty());
    CHECK(found(store, {"&"}).empty());
    CHECK(found(store, Lines{}).empty());
    CHECK(found(store, {""}).empty());
}

TEST_CASE("the worst of the words is the match of a line")
{
    auto store = sample_store();
    add_company_in(store, "Maier Bau", "Köln");
    CHECK(found(store, {"maier", "bau"}) == Lines{"Maier Bau: exact"});
    CHECK(found(store, {"maier", "koeln"}) == Lines{"Maier Bau: folded"});
    CHECK(found(store, {"koeln", "Meyer"}) == Lines{"Maier Bau: phonetic"});
    CHECK(found(store, {"koeln", "Meyer", "baz"}) == Lines{"Maier Bau: typo"});
}

TEST_CASE("own names go before companies and places, then numbers")
{
    auto store = sample_store();
    const auto last = add_company(store, "Zander GmbH");
    add_person(store, "Kai Krug", last);
    add_company_in(store, "Fischerei", "Zander");
    add_person(store, "Uwe Zander");
    CHECK(found(store, {"zander"}) == Lines{"Zander GmbH: exact", "Uwe Zander: exact",
                                            "Kai Krug @ Zander GmbH: exact", "Fischerei: exact"});
    CHECK(found(store, {"zander", "gmbh"}) ==
          Lines{"Zander GmbH: exact", "Kai Krug @ Zander GmbH: exact"});
}

TEST_CASE("a person appears once for each present company")
{
    auto store = sample_store();
    const auto first = add_company(store, "Alpha AG");
    const auto second = add_company(store, "Beta AG");
    const auto third = add_company(store, "Gamma AG");
    const auto person = add_person(store, "Ina Voss", first);
    auto main = job_at(second);
    main.main = true;
    employ(store, person, main);
    auto former = job_at(third);
    former.last_day = today - std::chrono::days(1);
    employ(store, person, former);

    CHECK(found(store, {"Ina"}) ==
          Lines{"Ina Voss @ Beta AG: exact", "Ina Voss @ Alpha AG: exact"});
    CHECK(found(store, {"voss", "alpha"}) == Lines{"Ina Voss @ Alpha AG: exact"});
    CHECK(found(store, {"beta"}) == Lines{"Beta AG: exact", "Ina Voss @ Beta AG: exact"});
    CHECK(found(store, {"gamma"}) == Lines{"Gamma AG: exact"});
    CHECK(found(store, {"ina", "gamma"}).empty());
    CHECK(found(store, {"ina", "-alpha"}) == Lines{"Ina Voss @ Beta AG: exact"});
}

TEST_CASE("a person who has left shows no company")
{
    auto store = sample_store();
    const auto company = add_company(store, "Alpha AG");
    const auto person = add_person(store, "Ina Voss");
    auto job = job_at(company);
    job.phone = "0711 123456";
    job.last_day = today;
    employ(store, person, job);
    CHECK(found(store, {"voss"}) == Lines{"Ina Voss @ Alpha AG: exact"});
    FindQuery query;
    query.texts = {"voss"};
    const auto later = find_contacts(store, query, today + std::chrono::days(1));
    REQUIRE(later.size() == 1);
    CHECK(later[0].company.empty());
    CHECK(later[0].employment_id == 0);
    query.texts = {"0711 123456"};
    CHECK(find_contacts(store, query, today).size() == 1);
    CHECK(find_contacts(store, query, today + std::chrono::days(1)).empty());
}

TEST_CASE("words can be excluded")
{
    auto store = sample_store();
    add_company_in(store, "Müller Nord", "Hamburg");
    add_company_in(store, "Müller Süd", "München");
    add_company_in(store, "Müller West", "Hanburg");
    CHECK(found(store, {"müller", "-hamburg"}).size() == 2);
    CHECK(found(store, {"müller -ham"}).size() == 2);
    CHECK(found(store, {"müller", "-muenchen"}).size() == 2); // folded
    CHECK(found(store, {"müller", "-nordd"}).size() == 3);    // no typing errors here
    CHECK(found(store, {"-hamburg"}).empty());
    CHECK(found(store, {"-"}).empty());
}
