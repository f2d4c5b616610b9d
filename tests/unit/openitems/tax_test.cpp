// SPDX-License-Identifier: MIT
#include "tests/unit/openitems/documents.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("the rate is that of the day")
{
    auto store = small_company();
    const auto rate = [&](TaxClass tax, const char* day) {
        return tax_rate(store, tax, TaxCase::domestic, on(day)).hundredths;
    };
    CHECK(rate(TaxClass::standard, "2020-06-30") == 1900);
    CHECK(rate(TaxClass::standard, "2020-07-01") == 1600);
    CHECK(rate(TaxClass::standard, "2020-12-31") == 1600);
    CHECK(rate(TaxClass::standard, "2021-01-01") == 1900);
    CHECK(rate(TaxClass::reduced, "2020-07-01") == 500);
    CHECK(rate(TaxClass::reduced, "2026-06-30") == 700);
    CHECK(rate(TaxClass::reduced, "1980-01-01") == 650);
    CHECK(rate(TaxClass::zero, "2026-06-30") == 0);
    CHECK(tax_rate(store, TaxClass::standard, TaxCase::export_, on("2026-06-30")) == Rate{});
    CHECK(tax_rate(store, TaxClass::reduced, TaxCase::intra_community, on("2026-06-30")) == Rate{});
}

TEST_CASE("country and VAT ID say how trade is taxed")
{
    auto store = small_company();
    const auto of = [&](const std::string& country, const std::string& vat_id, const char* day) {
        change(store, ("UPDATE contact SET country = nullif('" + country +
                       "', ''), vat_id = nullif('" + vat_id + "', '') WHERE id = 3")
                          .c_str());
        return std::string(to_string(tax_cases_of(store, 3, Side::receivable, on(day)).goods));
    };
    CHECK(of("", "", "2026-06-30") == "domestic");
    CHECK(of("DE", "DE136695976", "2026-06-30") == "domestic");
    CHECK(of("AT", "ATU12345675", "2026-06-30") == "intra-community");
    CHECK(of("AT", "", "2026-06-30") == "domestic");
    CHECK(of("CH", "", "2026-06-30") == "export");
    CHECK(of("AT", "ATU12345675", "1994-12-31") == "export"); // not yet a member
    CHECK(of("GB", "GB123456782", "2020-12-31") == "intra-community");
    CHECK(of("GB", "GB123456782", "2021-01-01") == "export");
    CHECK(of("AT", "DE136695976", "2026-06-30") == "domestic");      // bought as a German business
    change(store, "UPDATE contact SET country = 'CH' WHERE id = 1"); // we are Swiss
    CHECK(of("CH", "", "2026-06-30") == "domestic");
    CHECK(of("DE", "DE136695976", "2026-06-30") == "export");
}

TEST_CASE("goods are taxed by where they go")
{
    auto store = small_company();
    const auto of = [&](Side side, const char* day) {
        return std::string(to_string(tax_cases_of(store, 3, side, on(day)).goods));
    };
    change(store, R"sql(
        UPDATE contact SET country = 'AT', vat_id = 'ATU12345675' WHERE id = 3;
        INSERT INTO address (contact_id, usage, street, city, country) VALUES
            (3, 'invoice', 'Gasse 1', 'Basel', 'CH'),
            (3, 'delivery', NULL, NULL, 'FR');
        INSERT INTO address (contact_id, usage, street, city, country, last_day) VALUES
            (3, 'delivery', 'Weg 2', 'München', 'DE', '2026-06-15'),
            (3, 'delivery', NULL, 'Augsburg', NULL, '2026-06-20'),
            (3, 'delivery', 'Gasse 3', 'Bern', 'CH', '2026-06-25'))sql");
    CHECK(of(Side::receivable, "2026-06-15") == "domestic");
    CHECK(of(Side::receivable, "2026-06-20") == "domestic"); // no country is the own one
    CHECK(of(Side::receivable, "2026-06-25") == "export");
    CHECK(of(Side::receivable, "2026-06-26") == "intra-community");
    CHECK(of(Side::payable, "2026-06-15") == "intra-community"); // it comes from Austria
    CHECK(to_string(tax_cases_of(store, 3, Side::receivable).goods) == "intra-community");
}

TEST_CASE("services are taxed by where a business is, for consumers at home")
{
    auto store = small_company();
    const auto of = [&](const std::string& country, const std::string& vat_id,
                        const char* consumer = "NULL", Side side = Side::receivable) {
        change(store,
               ("UPDATE contact SET country = nullif('" + country + "', ''), vat_id = nullif('" +
                vat_id + "', ''), consumer = " + consumer + " WHERE id = 3")
                   .c_str());
        return std::string(to_string(tax_cases_of(store, 3, side, on("2026-06-30")).services));
    };
    change(store, "INSERT INTO address (contact_id, usage, street, city, country) VALUES"
                  " (3, 'delivery', 'Gasse 3', 'Bern', 'CH')");
    CHECK(of("", "") == "domestic");
    CHECK(of("DE", "DE136695976") == "domestic");
    CHECK(of("FR", "FR40303265045") == "intra-community");
    CHECK(of("AT", "") == "domestic"); // nothing shows a business
    CHECK(of("US", "") == "export");
    CHECK(of("US", "", "1") == "domestic"); // § 3a (1) UStG
    CHECK(of("US", "", "1", Side::payable) == "export");
    change(store, "DELETE FROM address; INSERT INTO address (contact_id, usage, street, city,"
                  " country) VALUES (3, 'delivery', 'Weg 2', 'München', 'DE')");
    CHECK(of("AT", "ATU12345675") == "intra-community");
}

TEST_CASE("a person without employer and VAT ID is a consumer")
{
    auto store = small_company();
    const auto services = [&] {
        return std::string(
            to_string(tax_cases_of(store, 4, Side::receivable, on("2026-06-30")).services));
    };
    change(store, "DELETE FROM employment WHERE person_id = 4;"
                  " UPDATE contact SET country = 'CH' WHERE id = 4");
    CHECK(services() == "domestic");
    change(store, "UPDATE contact SET consumer = 0 WHERE id = 4");
    CHECK(services() == "export");
    change(store, "UPDATE contact SET consumer = NULL, country = 'AT', vat_id = 'ATU12345675'"
                  " WHERE id = 4");
    CHECK(services() == "intra-community");
    change(store, "UPDATE contact SET country = 'CH', vat_id = NULL WHERE id = 4;"
                  " INSERT INTO employment (person_id, company_id, last_day)"
                  " VALUES (4, 3, '2026-06-29')");
    CHECK(services() == "domestic");
    change(store, "UPDATE employment SET last_day = '2026-06-30' WHERE person_id = 4");
    CHECK(services() == "export");
}

TEST_CASE("goods to Northern Ireland stay within the EU, services do not")
{
    auto store = small_company();
    const auto of = [&](const char* vat_id, const char* day) {
        change(store, (std::string("UPDATE contact SET country = 'GB', vat_id = '") + vat_id +
                       "' WHERE id = 3")
                          .c_str());
        return tax_cases_of(store, 3, Side::receivable, on(day));
    };
    CHECK(of("XI123456782", "2026-06-30") == TaxCases{TaxCase::intra_community, TaxCase::export_});
    CHECK(of("GB123456782", "2026-06-30") == TaxCases{TaxCase::export_, TaxCase::export_});
}

} // namespace crm::test
