// SPDX-License-Identifier: MIT
#include "crm/contact/details.hpp"
#include "crm/contact/erase.hpp"
#include "crm/contact/search/index_check.hpp"
#include "tests/unit/contact/people.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// A value that passes the check.
std::string sample(FieldCheck check)
{
    switch (check) {
    case FieldCheck::text:
        return "Etwas";
    case FieldCheck::phones:
        return "0551 4711";
    case FieldCheck::emails:
        return "eva@meier.example";
    case FieldCheck::country:
        return "AT";
    case FieldCheck::vat_id:
        return "DE129273398";
    case FieldCheck::leitweg_id:
        return "991-33333TEST-33";
    case FieldCheck::iban:
        return "DE89370400440532013000";
    case FieldCheck::bic:
        return "COBADEFFXXX";
    case FieldCheck::language:
        return "de";
    case FieldCheck::day:
        return "1980-04-03";
    case FieldCheck::boolean:
        return "yes";
    case FieldCheck::channel:
        return "email";
    }
    return "";
}

/// Somebody of whom every field, the manager and the phone at work are known.
std::int64_t add_known(Store& store)
{
    ContactData data;
    for (const auto& field : fields())
        data.values[field.field] = checked(field.field, sample(field.check));
    data.manager_id = 2;
    data.employment = job_at(3, "0551 123456-99");
    return add(store, ContactKind::person, data);
}

void erase(Store& store, std::int64_t person, KeptOfPerson kept)
{
    Transaction transaction(store);
    erase_contact(store, person, kept, today);
    transaction.commit();
}

bool is_name(Field field)
{
    return field == Field::name || field == Field::given_name || field == Field::family_name;
}

} // namespace

TEST_CASE("nothing is left of any field but what a contact is to the company")
{
    auto store = small_company();
    const auto person = add_known(store);
    const auto before = read_values(store, person);
    for (const auto& field : fields())
        REQUIRE_MESSAGE(before[field.field], std::string(field.key));
    erase(store, person, KeptOfPerson::nothing);
    const auto after = read_values(store, person);
    for (const auto& field : fields()) {
        INFO(std::string(field.key));
        if (field.check == FieldCheck::boolean)
            CHECK(after[field.field] == before[field.field]);
        else if (field.field == Field::name || field.field == Field::family_name)
            CHECK(after[field.field] == erased_name);
        else
            CHECK_FALSE(after[field.field]);
    }
    CHECK(value(store, "SELECT manager_id FROM contact WHERE id = 5") == "");
    CHECK(value(store, "SELECT archived_on FROM contact WHERE id = 5") == "2026-06-30");
    CHECK(value(store, "SELECT count(*) FROM contact_point_index WHERE contact_id = 5") == "0");
    check_search_index(store, [](const std::string& wrong) { FAIL_CHECK(wrong); });
}

TEST_CASE("a name that has to be kept stays, and so does the day of the archive")
{
    auto store = small_company();
    const auto person = add_known(store);
    const auto before = read_values(store, person);
    {
        Transaction transaction(store);
        set_archived(store, person, today - std::chrono::days(7));
        transaction.commit();
    }
    erase(store, person, KeptOfPerson::name);
    const auto after = read_values(store, person);
    for (const auto& field : fields())
        if (field.check != FieldCheck::boolean)
            CHECK(after[field.field] ==
                  (is_name(field.field) ? before[field.field] : std::nullopt));
    CHECK(value(store, "SELECT archived_on FROM contact WHERE id = 5") == "2026-06-23");
}

TEST_CASE("whoever owes something can still be written to, called and paid")
{
    auto store = small_company();
    const auto person = add_known(store);
    const auto before = read_values(store, person);
    erase(store, person, KeptOfPerson::address);
    const auto after = read_values(store, person);
    for (const auto field : {Field::web, Field::birthday, Field::preferred_channel, Field::fax})
        CHECK_FALSE(after[field]);
    for (const auto field : {Field::name, Field::street, Field::postcode, Field::city,
                             Field::country, Field::phone, Field::email, Field::iban})
        CHECK(after[field] == before[field]);
    CHECK(value(store, "SELECT count(*) FROM employment WHERE phone = '0551 123456-99'") == "1");
    CHECK(value(store, "SELECT archived_on FROM contact WHERE id = 5") == "2026-06-30");
    check_search_index(store, [](const std::string& wrong) { FAIL_CHECK(wrong); });
}

TEST_CASE("nothing is left of a former name, nor of what the person did at work")
{
    auto store = small_company();
    auto data = named("Zebulon Quax");
    data.values[Field::city] = "Quaxhausen";
    data.values[Field::title] = "Quaxdoktor";
    auto& job = data.employment.emplace();
    job.company_id = 3;
    job.role = "Quaxrolle";
    job.department = "Quaxabteilung";
    job.functions = {"accounting"};
    const auto person = add(store, ContactKind::person, data);
    {
        Transaction transaction(store);
        ContactWriter writer(store, today);
        auto moved = named("Zebulon Meier");
        moved.values[Field::city] = "Bonn";
        moved.values[Field::title] = "Dr.";
        writer.change(person, moved);
        transaction.commit();
    }
    const char* words = "SELECT coalesce(group_concat(word), '') FROM contact_word_index "
                        "WHERE word LIKE 'quax%' OR word IN ('zebulon', 'bonn')";
    REQUIRE(value(store, words) == "bonn,quax,quaxdoktor,quaxhausen,zebulon");
    erase(store, person, KeptOfPerson::nothing);
    CHECK(value(store, words) == "");
    // Others have this one: Eva Meier is still found by what sounds alike.
    CHECK(value(store, "SELECT count(*) FROM contact_word_index WHERE word = 'meier'") == "1");
    CHECK(value(store,
                "SELECT coalesce(role, department, '-') FROM employment WHERE person_id = 5") ==
          "-");
    CHECK(value(store, "SELECT count(*) FROM employment_function WHERE person_id = 5") == "0");
    check_search_index(store, [](const std::string& wrong) { FAIL_CHECK(wrong); });
}

} // namespace crm::test
