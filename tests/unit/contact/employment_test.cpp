// SPDX-License-Identifier: MIT
#include "crm/contact/employment.hpp"
#include "crm/contact/staff.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr std::int64_t staff = 2, company = 3, person = 4;

Date day(const char* iso)
{
    return *parse_iso_date(iso);
}

EmploymentData at_company(std::optional<Date> first = std::nullopt,
                          std::optional<Date> last = std::nullopt)
{
    EmploymentData work;
    work.company_id = company;
    work.first_day = first;
    work.last_day = last;
    return work;
}

/// Eva Meier, who worked there all the year 2020 and no longer.
Store former_employee()
{
    auto store = small_company();
    change(store, "UPDATE employment SET first_day = '2020-01-01', last_day = '2020-12-31'"
                  " WHERE person_id = 4");
    return store;
}

std::optional<Error> refusal(Store& store, const EmploymentData& work)
{
    return thrown([&] {
        Transaction transaction(store);
        add_employment(store, person, work, today);
        transaction.commit();
    });
}

} // namespace

TEST_CASE("an employment that overlaps a former one at the same company is refused")
{
    auto store = former_employee();
    for (const auto* first : {"2019-06-01", "2020-01-01", "2020-12-30"}) {
        const auto error = refusal(store, at_company(day(first)));
        REQUIRE(error);
        CHECK(error->kind == ErrorKind::rejected);
        CHECK(std::string(error->what()) == "Eva Meier was employed at Müller GmbH on these days "
                                            "already (2020-01-01 to 2020-12-31)");
        CHECK(error->hint == "a further employment there begins on 2020-12-31 or later");
    }
    CHECK(refusal(store, at_company(day("2019-01-01"), day("2020-02-01"))));
    CHECK(employments_of(store, person).size() == 1);
}

TEST_CASE("before, after and from its last day on is no overlap, nor is an unknown first day")
{
    for (const auto& work : {at_company(day("2020-12-31")), at_company(day("2021-05-01")),
                             at_company(), at_company(day("2019-01-01"), day("2020-01-01")),
                             at_company(std::nullopt, day("2019-12-31"))}) {
        auto store = former_employee();
        CHECK_FALSE(refusal(store, work));
        CHECK(employments_of(store, person).size() == 2);
    }
    auto store = former_employee();
    auto elsewhere = at_company(day("2020-06-01"));
    elsewhere.company_id = own_company;
    CHECK_FALSE(refusal(store, elsewhere));
}

TEST_CASE("nor can a running employment be made to overlap, at either end")
{
    auto store = former_employee();
    REQUIRE_FALSE(refusal(store, at_company()));
    CHECK(refusal(store, at_company(day("2020-06-01"))));
    const auto error =
        thrown([&] { end_employment(store, person, company, day("2020-06-30"), today); });
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::rejected);
    REQUIRE_FALSE(refusal(store, at_company(day("2021-02-01"))));
    end_employment(store, person, company, day("2021-03-31"), day("2021-02-15"));
}

TEST_CASE("an employment whose end is to come is still the one that runs")
{
    auto store = small_company();
    REQUIRE_FALSE(refusal(store, at_company()));
    end_employment(store, person, company, today + std::chrono::days(90), today);
    auto other = at_company();
    other.role = "Leitung";
    CHECK_FALSE(refusal(store, other)); // changed, not doubled, and it still ends
    end_employment(store, person, company, today + std::chrono::days(30), today);
    auto all = employments_of(store, person);
    REQUIRE(all.size() == 1);
    CHECK(all.front().role == "Leitung");
    CHECK(all.front().last_day == today + std::chrono::days(30));
    // What begins with its end is another one, and each is ended for itself.
    CHECK_FALSE(refusal(store, at_company(today + std::chrono::days(30))));
    end_employment(store, person, company, today + std::chrono::days(60), today);
    end_employment(store, person, company, today, today);
    all = employments_of(store, person);
    REQUIRE(all.size() == 2);
    CHECK(all.front().last_day == today);
    CHECK(all.back().last_day == today + std::chrono::days(60));
    CHECK(throws(ErrorKind::not_found, [&] {
        end_employment(store, person, company, today, today + std::chrono::days(61));
    }));
}

TEST_CASE("nobody is absent twice at the same time")
{
    auto store = small_company();
    const auto absent = [&](const char* first, const char* last) {
        return thrown([&] {
            Transaction transaction(store);
            add_absence(store, staff, {day(first), day(last)});
            transaction.commit();
        });
    };
    CHECK_FALSE(absent("2026-07-06", "2026-07-10"));
    for (const auto& [first, last] :
         {std::pair("2026-07-01", "2026-07-06"), std::pair("2026-07-10", "2026-07-20"),
          std::pair("2026-07-01", "2026-07-31"), std::pair("2026-07-08", "2026-07-08")}) {
        const auto error = absent(first, last);
        REQUIRE(error);
        CHECK(error->kind == ErrorKind::rejected);
        CHECK(std::string(error->what()) == "ÄB is absent from 2026-07-06 to 2026-07-10 already");
        CHECK_FALSE(error->hint.empty());
    }
    CHECK_FALSE(absent("2026-07-11", "2026-07-12"));
    CHECK_FALSE(absent("2026-07-05", "2026-07-05"));
    CHECK(throws(ErrorKind::rejected, [&] {
        change(store, "INSERT INTO absence (contact_id, first_day, last_day)"
                      " VALUES (2, '2026-07-12', '2026-07-13')");
    }));
    CHECK(throws(ErrorKind::rejected, [&] {
        change(store, "UPDATE absence SET last_day = '2026-07-06' WHERE first_day = '2026-07-05'");
    }));
}

} // namespace crm::test
