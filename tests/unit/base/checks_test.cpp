// SPDX-License-Identifier: MIT
#include "crm/base/checks.hpp"

#include <doctest/doctest.h>

#include <string>

namespace crm::test
{

namespace
{

/// How many of the digits of a right code can be changed by one without a check noticing.
int unnoticed(const std::string& code, bool (*valid)(std::string_view))
{
    int count = 0;
    for (std::size_t place = 0; place < code.size(); ++place) {
        if (code[place] < '0' || code[place] > '9')
            continue;
        auto wrong = code;
        wrong[place] = wrong[place] == '9' ? '0' : static_cast<char>(wrong[place] + 1);
        count += valid(wrong) ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("IBAN")
{
    for (const std::string iban :
         {"DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "de89 3704 0044 0532 0130 00",
          "AT611904300234573201", "CH9300762011623852957", "FR1420041010050500013M02606",
          "GB29NWBK60161331926819", "NL91ABNA0417164300", "IT60X0542811101000000123456",
          "ES9121000418450200051332", "NO9386011117947", "MT84MALT011000012345MTLCAST001S",
          "TR330006100519786457841326", "DE89\u00A03704\u00A00044\u00A00532\u00A00130\u00A000"})
        CHECK_MESSAGE(valid_iban(iban), iban);
    for (const std::string iban :
         {"", "DE", "DE88370400440532013000", "DE8937040044053201300", "DE893704004405320130000",
          "8937040044053201300012", "DEX9370400440532013000", "DE89370400440532O13000",
          "DE89.3704.0044.0532.0130.00", "GB29NWBK6016133192681ü"})
        CHECK_FALSE_MESSAGE(valid_iban(iban), iban);
    CHECK(unnoticed("DE89370400440532013000", valid_iban) == 0);
    CHECK(normal_iban(" de89 3704-0044 0532 0130 00 ") == "DE89370400440532013000");
}

TEST_CASE("BIC")
{
    for (const std::string bic :
         {"COBADEFF", "COBADEFFXXX", "deutdeff", "MARKDEF1100", "GENODEM1GLS", "NCBVXKPR"})
        CHECK_MESSAGE(valid_bic(bic), bic);
    for (const std::string bic : {"", "COBADEF", "COBADEFFX", "COBADEFFXX", "COBADEFFXXXX",
                                  "C0BADEFF", "COBAQQFF", "COBADEFÜ"})
        CHECK_FALSE_MESSAGE(valid_bic(bic), bic);
    CHECK(normal_bic(" coba de ff ") == "COBADEFF");
}

TEST_CASE("Leitweg-ID")
{
    for (const std::string id : {"04011000-12345-03", "04011000-1234512345-06", "991-33333TEST-33",
                                 "992-90009-96", "991-01484-64", "991-33333test-33"})
        CHECK_MESSAGE(valid_leitweg_id(id), id);
    for (const std::string id :
         {"", "-", "--", "04011000-12345-04", "04011000-12345-3", "0401100012345-03",
          "04011000--03", "0-12345-03", "0401100012345-1-03", "04011000-12345-0A",
          "A4011000-12345-03", "04011000-123_5-03"})
        CHECK_FALSE_MESSAGE(valid_leitweg_id(id), id);
    CHECK(unnoticed("04011000-12345-03", valid_leitweg_id) == 0);
    CHECK(normal_leitweg_id(" 991-33333test-33") == "991-33333TEST-33");
}

TEST_CASE("GTIN")
{
    for (const std::string gtin :
         {"4006381333931", "73513537", "036000291452", "10012345678902", "4 006381 333931"})
        CHECK_MESSAGE(valid_gtin(gtin), gtin);
    for (const std::string gtin : {"", "0", "40063813", "4006381333932", "400638133393",
                                   "40063813339310", "400638133393X", "123456789"})
        CHECK_FALSE_MESSAGE(valid_gtin(gtin), gtin);
    CHECK(unnoticed("4006381333931", valid_gtin) == 0);
    CHECK(normal_gtin("4 006381-333931") == "4006381333931");
}

TEST_CASE("e-mail")
{
    for (const std::string email :
         {"anna@example.de", "anna.mueller+crm@mail.example.co.uk", "müller@bücher.example",
          "a@b.de", "\"anna müller\"@example.de", "\"a@b\"@example.de", "o'brien@example.com",
          " anna@example.de ", "x_-=!#$%&*/?^`{|}~@example.de", "info@xn--bcher-kva.example",
          "info@1und1.de", "\"a\\\"b\"@example.de"})
        CHECK_MESSAGE(valid_email(email), email);
    for (const std::string email : {"",
                                    "@",
                                    "anna",
                                    "anna@",
                                    "@example.de",
                                    "anna@example",
                                    "anna mueller@example.de",
                                    "anna@exam ple.de",
                                    "anna@@example.de",
                                    "a@b@example.de",
                                    ".anna@example.de",
                                    "anna.@example.de",
                                    "an..na@example.de",
                                    "anna@-example.de",
                                    "anna@example-.de",
                                    "anna@example..de",
                                    "anna@.de",
                                    "anna@example.de.",
                                    "anna@192.168.1.1",
                                    "Anna <anna@example.de>",
                                    "anna@example.de;b@c.de",
                                    "an\u00A0na@example.de",
                                    "anna@exa\u00A0mple.de",
                                    "an\xFFna@example.de",
                                    "\"\"@example.de",
                                    "\"a\"b\"@example.de",
                                    "\"a\\\"@example.de",
                                    "anna@exam\nple.de",
                                    "\"a\nb\"@example.de"})
        CHECK_FALSE_MESSAGE(valid_email(email), email);
    CHECK_FALSE(valid_email(std::string(65, 'a') + "@example.de"));
    CHECK_FALSE(valid_email("a@" + std::string(64, 'b') + ".de"));
    CHECK(normal_email(" Anna.Müller@EXAMPLE.De ") == "Anna.Müller@example.de");
}

TEST_CASE("creditor identifier of SEPA direct debits")
{
    CHECK(valid_creditor_id("DE98ZZZ09999999999"));
    CHECK(valid_creditor_id("de98 abc 0999 9999 999")); // the business code does not count
    CHECK(valid_creditor_id("AT61ZZZ01234567890"));
    CHECK_FALSE(valid_creditor_id("DE97ZZZ09999999999"));
    CHECK_FALSE(valid_creditor_id("DE98ZZZ0999999999"));
    CHECK_FALSE(valid_creditor_id("DE98ZZZ0999999999A"));
    CHECK_FALSE(valid_creditor_id("XX98ZZZ09999999999"));
    CHECK_FALSE(valid_creditor_id("DE98ZZ*09999999999"));
    CHECK_FALSE(valid_creditor_id("DE98ZZZ"));
    CHECK_FALSE(valid_creditor_id(""));
    CHECK(unnoticed("DE98ZZZ09999999999", valid_creditor_id) == 0);
    CHECK(normal_creditor_id(" de98 zzz 09999999999") == "DE98ZZZ09999999999");
}

TEST_CASE("accounts of the chart have four digits")
{
    CHECK(valid_ledger_account("1200"));
    CHECK_FALSE(valid_ledger_account("12000"));
    CHECK_FALSE(valid_ledger_account("12a0"));
    CHECK_FALSE(valid_ledger_account(""));
}

} // namespace crm::test
