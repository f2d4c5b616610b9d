// SPDX-License-Identifier: MIT
#include "crm/contact/details.hpp"
#include "crm/contact/staff.hpp"
#include "crm/switchboard/lookup.hpp"
#include "tests/unit/contact/sample.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace crm;
using namespace crm::test;

namespace
{

using Lines = std::vector<std::string>;

/// "caller @ company (role)" of each row.
Lines lines_of(const std::vector<LookupRow>& rows)
{
    Lines lines;
    for (const auto& row : rows)
        lines.push_back(row.caller + (row.company.empty() ? "" : " @ " + row.company) +
                        (row.role.empty() ? "" : " (" + row.role + ")"));
    return lines;
}

Lines calls(Store& store, const std::string& phone)
{
    return lines_of(Lookup(store).by_phone(phone, today));
}

std::int64_t add_with_phone(Store& store, ContactKind kind, const std::string& name,
                            const std::string& phone, Field field = Field::phone)
{
    auto data = named(name);
    data.values[field] = phone;
    return add(store, kind, data);
}

} // namespace

TEST_CASE("a company calls")
{
    auto store = sample_store();
    const auto id = add_with_phone(store, ContactKind::company, "Alpha AG", "0711/1234-0");
    const auto number = contact_by_id(store, id).number;
    for (const auto* phone : {"+4971112340", "0049 711 12340", "(0711) 1234-0", "071112340"}) {
        const auto rows = Lookup(store).by_phone(phone, today);
        REQUIRE_MESSAGE(rows.size() == 1, phone);
        CHECK(rows[0].caller == "Alpha AG");
        CHECK(rows[0].number == number);
        CHECK(rows[0].company == "Alpha AG");
        CHECK(rows[0].company_number == number);
        CHECK(rows[0].role.empty());
        CHECK(rows[0].open_amount == Money{0});
    }
    CHECK(calls(store, "0711 99999").empty());
    CHECK(calls(store, "anonymous").empty());
    CHECK(calls(store, "").empty());
}

TEST_CASE("a person calls from work, from home, from nowhere")
{
    auto store = sample_store();
    const auto alpha = add_company(store, "Alpha AG");
    const auto beta = add_company(store, "Beta AG");
    const auto person =
        add_with_phone(store, ContactKind::person, "Ina Voss", "0171 1111111", Field::mobile);
    CHECK(calls(store, "0171 1111111") == Lines{"Ina Voss"});
    auto job = job_at(alpha, "0711 222222");
    job.role = "Einkauf";
    employ(store, person, job);
    auto main = job_at(beta, "0711 333333");
    main.main = true;
    employ(store, person, main);
    CHECK(calls(store, "0171 1111111") == Lines{"Ina Voss @ Beta AG"});
    CHECK(calls(store, "0711 222222") == Lines{"Ina Voss @ Alpha AG (Einkauf)"});
    CHECK(calls(store, "0711 333333") == Lines{"Ina Voss @ Beta AG"});
}

TEST_CASE("several holders of a number: main employments first, then by number")
{
    auto store = sample_store();
    const auto alpha = add_company(store, "Alpha AG");
    const auto beta = add_company(store, "Beta AG");
    const auto ina = add_person(store, "Ina Voss", alpha);
    auto extra = job_at(beta, "0711 222222");
    employ(store, ina, extra);
    const auto uwe = add_person(store, "Uwe Voss");
    employ(store, uwe, job_at(beta, "0711 222222"));
    add_with_phone(store, ContactKind::company, "Gamma AG", "0711 222222");
    CHECK(calls(store, "0711 222222") ==
          Lines{"Uwe Voss @ Beta AG", "Gamma AG @ Gamma AG", "Ina Voss @ Beta AG"});
}

TEST_CASE("a number at work ends with the employment")
{
    auto store = sample_store();
    const auto alpha = add_with_phone(store, ContactKind::company, "Alpha AG", "0711 1234-0");
    auto job = job_at(alpha, "0711 1234-55");
    job.last_day = today;
    employ(store, add_person(store, "Ina Voss"), job);
    CHECK(calls(store, "0711 1234-55") == Lines{"Ina Voss @ Alpha AG"});
    const auto tomorrow = Lookup(store).by_phone("0711 1234-55", today + std::chrono::days(1));
    CHECK(lines_of(tomorrow) == Lines{"Alpha AG @ Alpha AG"});
}

TEST_CASE("an unknown extension belongs to the longest company number before it")
{
    auto store = sample_store();
    add_with_phone(store, ContactKind::company, "Alpha AG", "0711 1234-0");
    add_with_phone(store, ContactKind::company, "Beta AG", "0711 123456");
    add_with_phone(store, ContactKind::person, "Ina Voss", "0711 1299");
    add_with_phone(store, ContactKind::company, "Mobil AG", "0171 12340", Field::mobile);
    const Lines alpha = {"Alpha AG @ Alpha AG"};
    CHECK(calls(store, "0711 1234-1") == alpha);
    CHECK(calls(store, "0711 1234") == alpha);
    CHECK(calls(store, "0711 1234-555555") == alpha);
    CHECK(calls(store, "0711 1234-5555555").empty()); // seven digits more
    CHECK(calls(store, "0711 12345") == alpha);
    CHECK(calls(store, "0711 123456-7") == Lines{"Beta AG @ Beta AG"});
    CHECK(calls(store, "0711 1299-12").empty()); // a person has no extensions
    CHECK(calls(store, "0171 123455").empty());  // nor has a mobile
    CHECK(calls(store, "0711 1235-1").empty());
}

TEST_CASE("so it does in countries whose numbers have one length")
{
    auto store = sample_store();
    auto data = named("Alpen AG");
    data.values[Field::phone] = "044 123 45 60";
    data.values[Field::country] = "CH";
    add(store, ContactKind::company, data);
    const Lines alpen = {"Alpen AG @ Alpen AG"};
    CHECK(calls(store, "+41441234560") == alpen);
    CHECK(calls(store, "+4144123456099") == alpen);
    CHECK(calls(store, "0041 44 123 45 60 99") == alpen);
    CHECK(calls(store, "+41441234560999999") == alpen);
    CHECK(calls(store, "+414412345609999999").empty()); // seven digits more
    CHECK(calls(store, "+4144123457099").empty());
}

TEST_CASE("phones that cannot be read, and those of other countries, are found as typed")
{
    auto store = sample_store();
    auto data = named("Wiener GmbH");
    data.values[Field::phone] = "01 5351234";
    data.values[Field::country] = "AT";
    add(store, ContactKind::company, data);
    CHECK(calls(store, "+43 1 5351234") == Lines{"Wiener GmbH @ Wiener GmbH"});
    CHECK(calls(store, "01/535 12 34") == Lines{"Wiener GmbH @ Wiener GmbH"});
    add_with_phone(store, ContactKind::company, "Pforte", "4711");
    CHECK(calls(store, "4711") == Lines{"Pforte @ Pforte"});
}

TEST_CASE("the manager, how to reach, and who stands in")
{
    auto store = sample_store();
    const auto deputy = add_staff(store, "Ben Vertreter", "BV");
    const auto manager = add_staff(store, "Anna Chefin", "AC", deputy);
    auto data = named("Alpha AG");
    data.manager_id = manager;
    data.values[Field::phone] = "0711 123456";
    const auto alpha = add(store, ContactKind::company, data);
    auto person = named("Ina Voss");
    person.values[Field::phone] = "0711 654321";
    person.employment = job_at(alpha);
    add(store, ContactKind::person, person);
    auto row = Lookup(store).by_phone("0711 654321", today).at(0);
    CHECK(row.manager == "Anna Chefin"); // the company's
    CHECK(row.deputy.empty());
    CHECK(row.manager_extension.empty());
    {
        Transaction transaction(store);
        make_staff(store, manager, {"AC", "31", std::nullopt});
        add_absence(store, manager, {today, today});
        transaction.commit();
    }
    row = Lookup(store).by_phone("0711 123456", today).at(0);
    CHECK(row.manager == "Anna Chefin");
    CHECK(row.manager_extension == "31");
    CHECK(row.deputy == "Ben Vertreter");
}

TEST_CASE("the own manager of a person wins over the company's")
{
    auto store = sample_store();
    const auto companys = add_staff(store, "Anna Chefin", "AC");
    const auto own = add_staff(store, "Ben Eigen", "BE");
    auto data = named("Alpha AG");
    data.manager_id = companys;
    const auto alpha = add(store, ContactKind::company, data);
    auto person = named("Ina Voss");
    person.manager_id = own;
    person.employment = job_at(alpha, "0711 654321");
    add(store, ContactKind::person, person);
    CHECK(Lookup(store).by_phone("0711 654321", today).at(0).manager == "Ben Eigen");
}

TEST_CASE("pinned notes in force show up, the company's too")
{
    auto store = sample_store();
    const auto alpha = add_with_phone(store, ContactKind::company, "Alpha AG", "0711 123456");
    auto person = named("Ina Voss");
    person.values[Field::phone] = "0711 654321";
    person.employment = job_at(alpha);
    const auto ina = add(store, ContactKind::person, person);
    const auto note = [&](std::int64_t id, const std::string& text, int pinned,
                          const std::string& end) {
        change(store, fmt::format("INSERT INTO note (contact_id, at, text, pinned, last_day) "
                                  "VALUES ({}, '2026-01-01', '{}', {}, {})",
                                  id, text, pinned, end)
                          .c_str());
    };
    note(alpha, "nur Vorkasse", 1, "NULL");
    note(ina, "schwerhörig", 1, "'2026-06-30'");
    note(ina, "alt", 1, "'2026-06-29'");
    note(ina, "unwichtig", 0, "NULL");
    note(ina, "duzen", 1, "NULL");
    CHECK(Lookup(store).by_phone("0711 654321", today).at(0).pinned ==
          "schwerhörig | duzen | nur Vorkasse");
    CHECK(Lookup(store).by_phone("0711 123456", today).at(0).pinned == "nur Vorkasse");
}

TEST_CASE("text is searched, numbers of contacts are known")
{
    auto store = sample_store();
    const auto alpha = add_company(store, "Alpha AG");
    const auto ina = add_person(store, "Ina Voss", alpha);
    Lookup lookup(store);
    CHECK(lines_of(lookup.by_text("ina", today, 20)) == Lines{"Ina Voss @ Alpha AG"});
    CHECK(lines_of(lookup.by_text("alfa", today, 20)) ==
          Lines{"Alpha AG @ Alpha AG", "Ina Voss @ Alpha AG"});
    CHECK(lookup.by_text("alpha", today, 1).size() == 1);
    const auto number = contact_by_id(store, ina).number;
    CHECK(lines_of(lookup.by_text(number, today, 20)) == Lines{"Ina Voss @ Alpha AG"});
    CHECK(lookup.by_text("0711 1", today, 20).empty());
    CHECK(lookup.by_text("zzyzx", today, 20).empty());
    add_with_phone(store, ContactKind::company, "Beta AG", "0711 1234567");
    CHECK(lines_of(lookup.by_text("0711 1234567 ext. 5", today, 20)) == Lines{"Beta AG @ Beta AG"});
}

TEST_CASE("archived contacts are known when they call")
{
    auto store = sample_store();
    const auto alpha = add_with_phone(store, ContactKind::company, "Alpha AG", "0711 123456");
    Transaction transaction(store);
    set_archived(store, alpha, today);
    transaction.commit();
    CHECK(calls(store, "0711 123456") == Lines{"Alpha AG @ Alpha AG"});
    // Who has the number now is named first.
    add_with_phone(store, ContactKind::company, "Beta AG", "0711 123456");
    CHECK(calls(store, "0711 123456") == Lines{"Beta AG @ Beta AG", "Alpha AG @ Alpha AG"});
}
