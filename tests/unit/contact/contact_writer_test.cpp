// SPDX-License-Identifier: MIT
#include "crm/contact/contact_writer.hpp"
#include "tests/unit/contact/sample.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("numbers run on and pass over those that were given")
{
    auto store = sample_store();
    auto data = named("Erste KG");
    data.number = "10001";
    add(store, ContactKind::company, data);
    CHECK(contact_by_id(store, add_company(store, "Zweite KG")).number == "10002");
    CHECK(throws(ErrorKind::rejected, [&] { add(store, ContactKind::company, data); }));
}

TEST_CASE("a person's name follows from given and family name")
{
    auto store = sample_store();
    const auto id = add_person(store, "Anna von der Heide");
    CHECK(read_values(store, id).text(Field::family_name) == "von der Heide");
    ContactData married;
    married.values[Field::family_name] = "Müller";
    {
        Transaction transaction(store);
        ContactWriter(store, today).change(id, married);
        transaction.commit();
    }
    CHECK(contact_by_id(store, id).name == "Anna Müller");
    ContactData nameless;
    nameless.values[Field::given_name] = "Anna";
    CHECK(throws(ErrorKind::rejected, [&] { add(store, ContactKind::person, nameless); }));
}

TEST_CASE("a change leaves what it does not speak of, and empties what it is told to")
{
    auto store = sample_store();
    auto data = named("Krüger OHG");
    data.values[Field::city] = "Plön";
    data.values[Field::customer] = "yes";
    const auto id = add(store, ContactKind::company, data);
    ContactData change;
    change.values[Field::city] = "";
    change.values[Field::postcode] = "24306";
    {
        Transaction transaction(store);
        ContactWriter(store, today).change(id, change);
        transaction.commit();
    }
    const auto values = read_values(store, id);
    CHECK_FALSE(values[Field::city]);
    CHECK(values.text(Field::postcode) == "24306");
    CHECK(values.text(Field::customer) == "yes");
    CHECK(values.text(Field::name) == "Krüger OHG");
}

TEST_CASE("the search index follows every change, also that of the employer's name")
{
    auto store = sample_store();
    const auto company = add_company(store, "Alte Werft GmbH");
    const auto person = add_person(store, "Jan Peters", company);
    {
        Transaction transaction(store);
        ContactWriter(store, today).change(company, named("Neue Reederei GmbH"));
        transaction.commit();
    }
    auto query = store.prepare("SELECT context FROM contact_text_index WHERE rowid = :id");
    query.bind(":id", person);
    REQUIRE(query.step());
    CHECK(query.text(0) == "neue reederei gmbh");
}

TEST_CASE("a phone that cannot be read is kept and named")
{
    auto store = sample_store();
    auto data = named("Rufer KG");
    data.values[Field::phone] = "bitte klingeln;0221 123456";
    Transaction transaction(store);
    ContactWriter writer(store, today);
    const auto id = writer.add(ContactKind::company, data);
    CHECK(writer.take_warnings().size() == 1);
    CHECK(read_values(store, id).text(Field::phone) == "bitte klingeln;0221 123456");
    auto query = store.prepare("SELECT value FROM contact_point_index WHERE contact_id = :id");
    query.bind(":id", id);
    REQUIRE(query.step());
    CHECK(query.text(0) == "+49221123456");
    transaction.commit();
}

TEST_CASE("a foreign number in national notation is found in both forms")
{
    auto store = sample_store();
    auto data = named("Great Lakes Food Market");
    data.values[Field::country] = "US";
    data.values[Field::phone] = "(503) 555-7555";
    const auto id = add(store, ContactKind::company, data);
    auto query = store.prepare(
        "SELECT value FROM contact_point_index WHERE contact_id = :id ORDER BY value");
    query.bind(":id", id);
    std::vector<std::string> values;
    while (query.step())
        values.push_back(query.string(0));
    CHECK(values == std::vector<std::string>{"+15035557555", "=5035557555"});
}

TEST_CASE("each change has its audit row, with what was before and after")
{
    auto store = sample_store();
    const auto id = add_company(store, "Protokoll AG");
    ContactData change;
    change.values[Field::city] = "Bonn";
    {
        Transaction transaction(store);
        ContactWriter(store, today).change(id, change);
        transaction.commit();
    }
    auto query = store.prepare(
        "SELECT before, after FROM audit_log WHERE table_name = 'contact' ORDER BY id DESC");
    REQUIRE(query.step());
    CHECK(query.text(0) == R"({"city":null})");
    CHECK(query.text(1) == R"({"city":"Bonn"})");
}

TEST_CASE("a number that differs from another only in case is taken")
{
    auto store = sample_store();
    auto data = named("Alfreds Futterkiste");
    data.number = "ALFKI";
    const auto first = add(store, ContactKind::company, data);
    data.number = "alfki";
    const auto error = thrown([&] { add(store, ContactKind::company, data); });
    REQUIRE(error);
    CHECK(std::string(error->what()) == "the number 'alfki' is taken");
    CHECK(contact_by_number(store, "Alfki")->id == first);

    const auto second = add_company(store, "Berglunds");
    Transaction transaction(store);
    ContactWriter writer(store, today);
    for (const auto* taken : {"alfki", "10000", ""})
        CHECK(throws(ErrorKind::rejected, [&] { writer.renumber(second, taken); }));
    writer.renumber(second, "BERGS");
    writer.renumber(first, "alfki"); // its own
    CHECK(contact_by_number(store, "bergs")->id == second);
    CHECK(contact_by_id(store, first).number == "alfki");
    transaction.commit();
}

} // namespace crm::test
