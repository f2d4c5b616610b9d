// SPDX-License-Identifier: MIT
#include "crm/contact/search/index_check.hpp"
#include "crm/contact/work_points.hpp"
#include "crm/switchboard/lookup.hpp"
#include "tests/unit/contact/people.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// Alpha AG (5) in Köln, with an extension 0, a domain of its own and an address at a provider.
Store with_alpha()
{
    auto store = small_company();
    auto alpha = named("Alpha AG");
    alpha.values[Field::phone] = "0221 9876-0;0171 5550";
    alpha.values[Field::email] = "alpha@gmx.de;info@alpha.de";
    alpha.values[Field::web] = "https://www.alpha-ag.example/start";
    add(store, ContactKind::company, alpha);
    return store;
}

std::int64_t add_worker(Store& store, const std::string& name, const std::string& phone,
                        const std::string& email = "", const std::string& phone_at_work = "")
{
    auto data = named(name);
    data.values[Field::phone] = phone;
    data.values[Field::email] = email;
    data.employment = job_at(5, phone_at_work);
    return add(store, ContactKind::person, data);
}

StayingPoints leave(Store& store, std::int64_t person)
{
    Transaction transaction(store);
    const auto ended = end_employment(store, person, 5, today - std::chrono::days(1), today);
    auto staying = give_back_work_points(store, ended);
    transaction.commit();
    check_search_index(store, [](const std::string& wrong) { FAIL_CHECK(wrong); });
    return staying;
}

/// "OWN | AT WORK" of the phones or e-mails.
std::string points(Store& store, std::int64_t person, const std::string& field)
{
    return value(store, "SELECT coalesce(c." + field + ", '') || ' | ' || coalesce(e." + field +
                            ", '') FROM contact AS c JOIN employment AS e ON e.person_id = c.id"
                            " WHERE c.id = " +
                            std::to_string(person));
}

} // namespace

TEST_CASE("an extension of the company goes with the employment, and the successor has it alone")
{
    auto store = with_alpha();
    const auto karl = add_worker(store, "Karl Lehmann", "+49 221 987614;0228 4711");
    add_worker(store, "Eva Nachfolger", "0221 9876-14");
    const auto staying = leave(store, karl);
    CHECK(points(store, karl, "phone") == "0228 4711 | +49 221 987614");
    CHECK(staying.phones == ""); // one at work is known, so the other one is not
    const auto rows = Lookup(store).by_phone("0221987614", today);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().caller == "Eva Nachfolger");
}

TEST_CASE("so does an address in the company's domain, but not one at the same provider")
{
    auto store = with_alpha();
    const auto karl =
        add_worker(store, "Karl Lehmann", "",
                   "K.Lehmann@Alpha.de;karl@gmx.de;karl@alpha-ag.example;karl@sub.alpha.de");
    CHECK(leave(store, karl).emails == "");
    CHECK(points(store, karl, "email") ==
          "karl@gmx.de;karl@sub.alpha.de | K.Lehmann@Alpha.de;karl@alpha-ag.example");
}

TEST_CASE("what may have been at work stays and is named, unless another one is known to be")
{
    auto store = with_alpha();
    // Too long for an extension, another number, another domain.
    const auto karl =
        add_worker(store, "Karl Lehmann", "0221 98761234567;0221 12345", "k@private.example");
    const auto staying = leave(store, karl);
    CHECK(staying.phones == "0221 98761234567;0221 12345");
    CHECK(staying.emails == "k@private.example");
    CHECK(points(store, karl, "phone") == "0221 98761234567;0221 12345 | ");
    const auto eva = add_worker(store, "Eva Holm", "0221 12346", "", "0221 9876-15");
    CHECK(leave(store, eva).phones == "");
    CHECK(points(store, eva, "phone") == "0221 12346 | 0221 9876-15");
}

} // namespace crm::test
