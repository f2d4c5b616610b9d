// SPDX-License-Identifier: MIT
#include "crm/contact/details.hpp"
#include "crm/contact/resolve.hpp"
#include "tests/unit/contact/sample.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

namespace
{

std::int64_t add_in(Store& store, const std::string& name, const std::string& city)
{
    auto data = named(name);
    data.values[Field::city] = city;
    return add(store, ContactKind::company, data);
}

} // namespace

TEST_CASE("a command that changes takes the number or the exact name")
{
    auto store = sample_store();
    const auto id = add_in(store, "Müller & Söhne GmbH", "Köln");
    const auto number = contact_by_id(store, id).number;
    CHECK(contact_to_change(store, number).id == id);
    CHECK(contact_to_change(store, ' ' + number + ' ').id == id);
    CHECK(contact_to_change(store, "Müller & Söhne GmbH").id == id);
    CHECK(contact_to_change(store, "MUELLER & SOEHNE GMBH").id == id);
    for (const auto* looser : {"Müller", "Müller & Söhne", "Müller und Söhne GmbH", "Söhne GmbH"})
        CHECK_MESSAGE(throws(ErrorKind::not_found, [&] { contact_to_change(store, looser); }),
                      looser);
}

TEST_CASE("what is not found names the candidates")
{
    auto store = sample_store();
    const auto id = add_in(store, "Müller GmbH", "Köln");
    add_person(store, "Eva Müller");
    const auto number = contact_by_id(store, id).number;
    const auto failure = thrown([&] { contact_to_change(store, "mülelr"); });
    REQUIRE(failure);
    CHECK(failure->kind == ErrorKind::not_found);
    CHECK(std::string(failure->what()) == "there is no contact 'mülelr'");
    REQUIRE(failure->candidates.size() == 2);
    CHECK(failure->candidates[0] == number + "  Müller GmbH, Köln");
    CHECK(failure->candidates[1].ends_with("  Eva Müller"));
    const auto nothing = thrown([&] { contact_to_change(store, "Xaver Zzyzx"); });
    REQUIRE(nothing);
    CHECK(nothing->candidates.empty());
    CHECK(nothing->hint.empty());
    CHECK(throws(ErrorKind::not_found, [&] { contact_to_change(store, ""); }));
}

TEST_CASE("a name of several is ambiguous, unless the others are archived")
{
    auto store = sample_store();
    const auto one = add_in(store, "Müller GmbH", "Köln");
    const auto two = add_in(store, "Mueller GmbH", "Bonn");
    const auto failure = thrown([&] { contact_to_read(store, "müller gmbh"); });
    REQUIRE(failure);
    CHECK(std::string(failure->what()) == "'müller gmbh' is ambiguous");
    CHECK(failure->candidates.size() == 2);
    CHECK(failure->hint == "give the number");
    CHECK(throws(ErrorKind::not_found, [&] { contact_to_change(store, "müller gmbh"); }));

    const auto archive = [&](std::int64_t id) {
        Transaction transaction(store);
        set_archived(store, id, today);
        transaction.commit();
    };
    archive(one);
    CHECK(contact_to_change(store, "müller gmbh").id == two);
    archive(two);
    CHECK(throws(ErrorKind::not_found, [&] { contact_to_change(store, "müller gmbh"); }));
    CHECK(contact_to_change(store, contact_by_id(store, one).number).id == one);
}

TEST_CASE("a command that reads also takes text that matches just one")
{
    auto store = sample_store();
    const auto company = add_in(store, "Müller GmbH", "Köln");
    const auto person = add_person(store, "Eva Meier", company);
    add_person(store, "Eva Schulz", company);
    CHECK(contact_to_read(store, "eva mei").id == person);
    CHECK(contact_to_read(store, "meier koeln").id == person);
    CHECK(contact_to_read(store, "gmbh -meier -schulz müll").id == company);
    CHECK(throws(ErrorKind::not_found, [&] { contact_to_read(store, "Eva"); }));
    CHECK(throws(ErrorKind::not_found, [&] { contact_to_read(store, "Mayer"); })); // only a sound
    CHECK(thrown([&] { contact_to_read(store, "Mayer"); })->candidates.size() == 1);
}

TEST_CASE("several employments are still one contact")
{
    auto store = sample_store();
    const auto person = add_person(store, "Eva Meier", add_company(store, "Alpha AG"));
    {
        Transaction transaction(store);
        SearchIndexer indexer(store);
        indexer.remove(person);
        EmploymentData job;
        job.company_id = add_company(store, "Beta AG");
        add_employment(store, person, job, today);
        indexer.add(person);
        transaction.commit();
    }
    CHECK(contact_to_read(store, "Meier").id == person);
}

TEST_CASE("a kind can be asked for")
{
    auto store = sample_store();
    const auto company = add_company(store, "Franz Huber");
    const auto person = add_person(store, "Franz Huber");
    CHECK(company_to_change(store, "franz huber").id == company);
    CHECK(person_to_change(store, "franz huber").id == person);
    CHECK(throws(ErrorKind::not_found, [&] { contact_to_change(store, "franz huber"); }));
    const auto number = contact_by_id(store, person).number;
    CHECK(throws(ErrorKind::rejected, [&] { company_to_change(store, number); }));
    const auto other = add_person(store, "Otto Kranz");
    CHECK(throws(ErrorKind::rejected, [&] { company_to_change(store, "Otto Kranz"); }));
    CHECK(person_to_change(store, "Otto Kranz").id == other);
}
