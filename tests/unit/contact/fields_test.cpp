// SPDX-License-Identifier: MIT
#include "crm/contact/fields.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// What is said of a value, with its hint.
std::string said(Field field, const char* text)
{
    const auto error = thrown([&] { checked(field, text); });
    if (!error || error->kind != ErrorKind::rejected)
        return "";
    return error->what() + std::string(": ") + error->hint;
}

} // namespace

TEST_CASE("a slip in a number with check digits is told from what is no such number")
{
    const std::string digits = "the check digits do not fit; compare it with the letterhead";
    for (const auto& [field, name, slip] :
         {std::tuple(Field::iban, "IBAN", "DE02 1203 0000 0000 2020 52"),
          std::tuple(Field::iban, "IBAN", "AT611904300234573202"),
          std::tuple(Field::vat_id, "VAT ID", "DE123456789"),
          std::tuple(Field::vat_id, "VAT ID", "CHE-116.281.711 MWST"),
          std::tuple(Field::leitweg_id, "Leitweg-ID", "04011000-1234512345-07")})
        CHECK(said(field, slip) ==
              std::string("'") + slip + "' is no valid " + name + ": " + digits);
    for (const auto& [field, other] :
         {std::pair(Field::iban, "DE0212"), std::pair(Field::iban, "DEUTSCHLAND"),
          std::pair(Field::vat_id, "DE12345678"), std::pair(Field::vat_id, "ATU1234567"),
          std::pair(Field::leitweg_id, "04011000"), std::pair(Field::leitweg_id, "-")}) {
        const auto text = said(field, other);
        CAPTURE(text);
        CHECK(text.find(", as in ") != std::string::npos);
    }
}

TEST_CASE("whatever else is refused says what would be taken")
{
    CHECK(said(Field::bic, "ABC") ==
          "'ABC' is no valid BIC: it has 8 or 11 letters and digits, as in BYLADEM1001");
    CHECK(said(Field::email, "a@b.example;weber.example") ==
          "'weber.example' is no e-mail address: give one as in info@example.com");
    CHECK(said(Field::language, "Deutsch") ==
          "'Deutsch' is no language: give its code of two letters, as in de");
    for (const auto* day : {"31.02.1980", "1980-02-31", "gestern", "-30d", "1.2."})
        CHECK(said(Field::birthday, day) ==
              std::string("'") + day +
                  "' is no birthday: give a day as in 1980-06-30 or 30.06.1980");
    CHECK(
        said(Field::preferred_channel, "pigeon") ==
        "'pigeon' is no channel: one of: post, email, newsletter, phone, sms, fax, mobile, visit");
    CHECK(said(Field::country, "Absurdistan") ==
          "'Absurdistan' is no country: give a code as in DE, or a country's name in German or "
          "English");
    CHECK(said(Field::customer, "vielleicht") ==
          "'vielleicht' is no valid value for customer: give yes or no");
}

TEST_CASE("what the hints give as examples is taken")
{
    for (const auto& [field, example] :
         {std::pair(Field::iban, "DE02 1203 0000 0000 2020 51"),
          std::pair(Field::bic, "BYLADEM1001"), std::pair(Field::vat_id, "DE136695976"),
          std::pair(Field::leitweg_id, "04011000-1234512345-06"),
          std::pair(Field::email, "info@example.com"), std::pair(Field::language, "de"),
          std::pair(Field::birthday, "1980-06-30"), std::pair(Field::birthday, "30.06.1980")})
        CHECK_FALSE(checked(field, example).empty());
    for (const auto channel : preferred_channels())
        CHECK(checked(Field::preferred_channel, channel) == channel);
}

} // namespace crm::test
