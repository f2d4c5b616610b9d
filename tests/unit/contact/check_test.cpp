// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/contact/check.hpp"
#include "crm/switchboard/checks.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// What all checks report, as "name: text".
Lines breaches(Store& store)
{
    Lines found;
    run_checks(store, all_checks(),
               [&](const Breach& breach) { found.push_back(breach.check + ": " + breach.text); });
    return found;
}

} // namespace

TEST_CASE("a database that only the program has written is silent")
{
    auto store = small_company();
    CHECK(breaches(store) == Lines{});
    ContactData change;
    change.values[Field::name] = "Möller & Söhne KG";
    change.values[Field::phone] = "05 51 / 65 43 21;110";
    change.values[Field::country] = "AT";
    Transaction transaction(store);
    ContactWriter(store, today).change(3, change);
    transaction.commit();
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("the own company's country tells how phones are read, from the first on")
{
    auto store = Store::in_memory(acting());
    auto data = named("Eigene AG");
    data.values[Field::country] = "CH";
    data.values[Field::phone] = "044 668 18 00";
    Transaction transaction(store);
    add_own_company(store, data, today);
    transaction.commit();
    CHECK(value(store, "SELECT group_concat(value) FROM contact_point_index") == "+41446681800");
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("each breach among contacts is found by the check it belongs to")
{
    struct Case {
        const char* script;
        Lines expected;
    };
    for (const auto& [script, expected] : std::vector<Case>{
             {"UPDATE contact SET archived_on = '2026-01-01' WHERE id = 1",
              {"own-company: the first contact is not the own company"}},
             {"UPDATE contact SET number = '10009' WHERE id = 3",
              {"contact-numbers: the number 10009 is sorted and found as '" + natural_key("10002") +
               "'"}},
             {"UPDATE number_series SET next = 10000",
              {"contact-numbers: the running number that comes next is not beyond 10000"}},
             {"UPDATE contact SET given_name = 'Ida' WHERE id = 4",
              {"contact-names: 10003 is called 'Eva Meier', but its given and family name are 'Ida "
               "Meier'"}},
             {"UPDATE staff SET code_key = 'AB'", {"staff: the staff code ÄB is found as 'AB'"}},
             {"UPDATE staff SET deputy_id = contact_id",
              {"staff: staff member ÄB is their own deputy"}},
             {"UPDATE staff SET contact_id = 4",
              {"staff: staff member ÄB (10003) was never employed by the own company"}},
             {"DELETE FROM contact_name_index WHERE contact_id = 4",
              {"search-index: 10003 is not found by its name"}},
             {"DELETE FROM contact_point_index WHERE contact_id = 4",
              {"search-index: 10003 is not found by eva@example.com"}},
             {"UPDATE contact_point_index SET kind = 'fax' WHERE contact_id = 3",
              {"search-index: 10002 is not found by +49551123456"}},
             {"DELETE FROM contact_text_index WHERE rowid = 4",
              {"search-index: 10003 is not found by its words"}},
             {"UPDATE contact_text_index SET context = 'x' WHERE rowid = 4",
              {"search-index: 10003 is not found by its words"}},
             {"DELETE FROM contact_word_index WHERE word = 'muller'",
              {"search-index: the word 'muller' is not found by its sound or spelling"}},
             {"UPDATE contact_word_index SET sound = '1' WHERE word = 'muller'",
              {"search-index: the word 'muller' is not found by its sound or spelling"}},
             {"INSERT INTO contact_point_index VALUES ('+491', 3, 0, 'phone')",
              {"search-index: 1 entries of contact_point_index belong to no contact"}},
             {"INSERT INTO contact_text_index (rowid, name) VALUES (99, 'x')",
              {"search-index: 1 entries of contact_text_index belong to no contact"}},
             {"INSERT INTO contact_name_index VALUES ('x', 3)",
              {"search-index: 1 entries of contact_name_index belong to no contact"}},
         }) {
        CAPTURE(script);
        auto store = small_company();
        tamper(store, "contact", script);
        CHECK(breaches(store) == expected);
    }
}

TEST_CASE("what two contacts are to each other is recorded once, without contradiction")
{
    auto store = small_company();
    tamper(store, "relation",
           "INSERT INTO relation (contact_id, other_id, kind) VALUES (3, 4, 'partner'),"
           "(3, 4, 'parent'), (3, 4, 'x'), (4, 3, 'x'), (4, 3, 'partner')");
    CHECK(breaches(store) ==
          Lines{"relations: relation 5 says what another one says from the other side"});
    for (const char* inverse : {"(4, 3, 'parent')", "(3, 4, 'subsidiary')"}) {
        auto turned = small_company();
        const auto script = std::string("INSERT INTO relation (contact_id, other_id, kind) VALUES "
                                        "(3, 4, 'parent'), ") +
                            inverse;
        tamper(turned, "relation", script.c_str());
        CHECK(breaches(turned) ==
              Lines{"relations: relation 2 says the inverse of what another one says"});
    }
}

TEST_CASE("a merged contact is found under the one it became, which is not merged itself")
{
    auto store = small_company();
    const auto other = add(store, ContactKind::company, named("Müller Alt GmbH"));
    REQUIRE(other == 5);
    // As a merge leaves it: the row stays, nothing finds it any more.
    store.execute("DELETE FROM contact_name_index WHERE contact_id = 5;"
                  "DELETE FROM contact_text_index WHERE rowid = 5;"
                  "UPDATE contact SET merged_into_id = 3 WHERE id = 5");
    CHECK(breaches(store) == Lines{});
    store.execute("UPDATE contact SET merged_into_id = 4 WHERE id = 5");
    CHECK(breaches(store) == Lines{"contact-numbers: 10004 was merged into 10003, which was merged "
                                   "itself or is of another kind"});
}

TEST_CASE("employments: kinds, times and the main one")
{
    const auto found = [](const char* script) {
        auto store = small_company();
        tamper(store, "employment", script);
        Lines lines;
        run_checks(store, find_checks({"employments"}),
                   [&](const Breach& b) { lines.push_back(b.text); });
        return lines;
    };
    CHECK(found("INSERT INTO employment (person_id, company_id) VALUES (3, 1)") ==
          Lines{"employment 3: 10002 is no person, or 10000 no company"});
    CHECK(found("INSERT INTO employment (person_id, company_id, main) VALUES (4, 1, 1)") ==
          Lines{"10003 has 2 main employments"});
    CHECK(found("UPDATE employment SET first_day = '2020-01-01' WHERE person_id = 4;"
                "INSERT INTO employment (person_id, company_id, first_day, last_day)"
                "VALUES (4, 3, '2019-01-01', '2021-01-01')") ==
          Lines{"10003 is employed at 10002 twice at the same time (2, 3)"});
    // One after the other is all right, also when it is not known since when the second one runs.
    CHECK(found("INSERT INTO employment (person_id, company_id, first_day, last_day)"
                "VALUES (4, 3, '2019-01-01', '2021-01-01')") == Lines{});
    CHECK(found("UPDATE employment SET first_day = '2021-01-01' WHERE person_id = 4;"
                "INSERT INTO employment (person_id, company_id, first_day, last_day)"
                "VALUES (4, 3, '2019-01-01', '2021-01-01')") == Lines{});
}

TEST_CASE("days on which somebody is absent twice")
{
    auto store = small_company();
    tamper(store, "absence",
           "INSERT INTO absence (contact_id, first_day, last_day) VALUES"
           " (2, '2026-07-01', '2026-07-05'), (2, '2026-07-05', '2026-07-05'),"
           " (2, '2026-07-06', '2026-07-07')");
    CHECK(breaches(store) == Lines{"staff: staff member ÄB is absent twice on 2026-07-05"});
}

TEST_CASE("consents and conditions: no breach goes unseen")
{
    const auto found = [](const char* script) {
        auto store = small_company();
        store.execute(script);
        Lines lines;
        run_checks(store, find_checks({"consents", "conditions"}),
                   [&](const Breach& b) { lines.push_back(b.text); });
        return lines;
    };
    const char* blocked = "INSERT INTO consent (contact_id, channel, state, at)"
                          "VALUES (4, 'email', 'block', '2026-06-30T12:00');"
                          "UPDATE contact SET preferred_channel = 'email' WHERE id = 4";
    CHECK(found(blocked) == Lines{"10003 prefers email, which is blocked"});
    CHECK(found((std::string(blocked) +
                 ";INSERT INTO consent (contact_id, channel, state, at, source)"
                 "VALUES (4, 'email', 'allow', '2026-06-30T13:00', 'Brief')")
                    .c_str()) == Lines{});
    // What was blocked at a merged contact counts for the one it became.
    CHECK(found("INSERT INTO consent (contact_id, channel, state, at)"
                "VALUES (2, 'email', 'block', '2026-06-30T12:00');"
                "UPDATE contact SET merged_into_id = 4 WHERE id = 2;"
                "UPDATE contact SET preferred_channel = 'email'") ==
          Lines{"10003 prefers email, which is blocked"});
    CHECK(found("INSERT INTO consent (contact_id, channel, state, at, source, confirmed_on)"
                "VALUES (4, 'email', 'allow', '2026-06-30T12:00', 'Web', '2026-07-01')") ==
          Lines{"consent 1 was confirmed on 2026-07-01, after it was recorded (2026-06-30T12:00)"});
    CHECK(found("INSERT INTO condition (contact_id, kind, text, recorded_on, agreed_with_id)"
                "VALUES (3, 'text', 'x', '2026-06-30', 3)") ==
          Lines{"condition 1 was agreed with 10002, who is no person, or another one by now"});
    CHECK(found("INSERT INTO condition (contact_id, kind, text, recorded_on)"
                "VALUES (2, 'text', 'x', '2026-06-30');"
                "UPDATE contact SET merged_into_id = 4 WHERE id = 2") ==
          Lines{"condition 1 is left at 10001, which was merged"});
    CHECK(found("INSERT INTO condition (contact_id, kind, text, recorded_on) VALUES"
                "(3, 'terms', '30 net', '2026-06-30'), (3, 'terms', '30net', '2026-06-30'),"
                "(3, 'payment', 'debit', '2026-06-30'), (3, 'payment', 'bar', '2026-06-30')") ==
          Lines{"condition 2: '30net' are no terms of payment",
                "condition 4: 'bar' is no way to pay"});
}

TEST_CASE("checks are chosen by name; there is none of another name")
{
    CHECK(find_checks({}).size() == all_checks().size());
    CHECK(find_checks({"staff", "schema"}).size() == 2);
    const auto error = thrown([] { find_checks({"stuff"}); });
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::not_found);
    CHECK(error->candidates.size() == all_checks().size());
}

TEST_CASE("a check names a hundred breaches and counts the rest")
{
    auto store = small_company();
    for (int i = 0; i < 150; ++i)
        store.execute(
            ("INSERT INTO setting (key, value) VALUES ('x" + std::to_string(i) + "', '')").c_str());
    const auto lines = breaches(store);
    CHECK(lines.size() == 101);
    CHECK(lines.back() == "settings: and 50 more");
}

} // namespace crm::test
