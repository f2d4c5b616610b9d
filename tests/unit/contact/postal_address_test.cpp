// SPDX-License-Identifier: MIT
#include "crm/contact/address.hpp"
#include "crm/contact/postal_address.hpp"
#include "tests/unit/contact/people.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("the address field of a letter")
{
    auto store = small_company();
    const auto lines = [&](std::int64_t contact,
                           std::optional<std::int64_t> person = std::nullopt) {
        return postal_address(store, contact, person, "invoice", today).lines;
    };
    change(store, "UPDATE contact SET street = 'Lange Straße 5', postcode = '37073' WHERE id = 3;"
                  "UPDATE contact SET salutation = 'Frau', title = 'Dr.' WHERE id = 4");
    CHECK(lines(3) == "Müller GmbH\nLange Straße 5\n37073 Göttingen");
    CHECK(lines(3, 4) == "Müller GmbH\nFrau Dr. Eva Meier\nLange Straße 5\n37073 Göttingen");
    CHECK(lines(4, 4) == "Frau Dr. Eva Meier");
    for (const char* neutral : {"Divers", "keine Angabe", "d"})
        CHECK(person_line(neutral, "Dr.", "Kim Weber") == "Dr. Kim Weber");
    CHECK(person_line("Familie", "", "Weber") == "Familie Weber");
    SUBCASE("the form of a firm is named once")
    {
        change(store, "UPDATE contact SET legal_form = 'GmbH' WHERE id = 3");
        CHECK(lines(3).starts_with("Müller GmbH\n"));
        change(store, "UPDATE contact SET name = 'Müller' WHERE id = 3");
        CHECK(lines(3).starts_with("Müller GmbH\n"));
    }
    SUBCASE("the country stands only abroad, in capitals")
    {
        change(store, "UPDATE contact SET country = 'DE' WHERE id = 3");
        CHECK(lines(3).ends_with("Göttingen"));
        change(store,
               "UPDATE contact SET country = 'AT', postcode = '1010', city = 'Wien' WHERE id = 3");
        CHECK(lines(3).ends_with("\n1010 Wien\nÖSTERREICH"));
        change(store, "UPDATE contact SET country = 'ZA' WHERE id = 3");
        CHECK(lines(3).ends_with("\nSÜDAFRIKA"));
    }
    SUBCASE("an address of its own for the use goes first, until it ends")
    {
        Transaction transaction(store);
        Address invoice;
        invoice.usage = "invoice";
        invoice.street = "Postfach 1 20";
        invoice.postcode = "37001";
        invoice.city = "Göttingen";
        const auto id = add_address(store, 3, invoice, today);
        CHECK(lines(3) == "Müller GmbH\nPostfach 1 20\n37001 Göttingen");
        CHECK(postal_address(store, 3, std::nullopt, "delivery", today).lines.find("Lange") !=
              std::string::npos);
        end_address(store, id, today - std::chrono::days(1));
        CHECK(lines(3) == "Müller GmbH\nLange Straße 5\n37073 Göttingen");
    }
}

TEST_CASE("nobody is written to at a firm that was left")
{
    auto store = small_company();
    const auto names = [&](const char* day) {
        const auto lines = postal_address(store, 3, 4, "main", parse_iso_date(day).value()).lines;
        return lines.find("Eva Meier") != std::string::npos;
    };
    CHECK(names("2026-06-30"));
    change(store, "UPDATE employment SET last_day = '2026-06-15' WHERE person_id = 4");
    CHECK(names("2026-06-15"));
    CHECK_FALSE(names("2026-06-16"));
    change(store, "INSERT INTO employment (person_id, company_id, first_day)"
                  " VALUES (4, 3, '2026-06-20')");
    CHECK(names("2026-06-30")); // back again
    change(store, "DELETE FROM employment WHERE person_id = 4");
    CHECK(names("2026-06-30")); // who never worked there has not left
}

TEST_CASE("an address is complete with street, town, and at home a postcode")
{
    auto store = small_company();
    const auto complete = [&] {
        return postal_address(store, 3, std::nullopt, "invoice", today).complete;
    };
    CHECK_FALSE(complete());
    change(store, "UPDATE contact SET street = 'Weg 1' WHERE id = 3");
    CHECK_FALSE(complete());
    change(store, "UPDATE contact SET country = 'IE', city = 'Cork' WHERE id = 3");
    CHECK(complete());
    change(store, "UPDATE contact SET country = 'DE' WHERE id = 3");
    CHECK_FALSE(complete());
    change(store, "UPDATE contact SET postcode = '12345' WHERE id = 3");
    CHECK(complete());
}

} // namespace crm::test
