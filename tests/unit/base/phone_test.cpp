// SPDX-License-Identifier: MIT
#include "crm/base/phone.hpp"

#include <doctest/doctest.h>
#include <phonenumbers/phonenumberutil.h>

#include <array>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace crm::test
{

namespace
{

using Google = i18n::phonenumbers::PhoneNumberUtil;

/// What libphonenumber alone makes of a number.
std::optional<std::string> reference(const std::string& typed, const std::string& region)
{
    const auto& util = *Google::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    if (util.Parse(typed, region, &number) != Google::NO_PARSING_ERROR)
        return std::nullopt;
    if (util.IsPossibleNumberWithReason(number) != Google::IS_POSSIBLE)
        return std::nullopt;
    std::string text;
    util.Format(number, Google::E164, &text);
    return text;
}

/// Numbers in every notation that address files have, and a few that they should not.
class Typist
{
  public:
    std::string number(const std::string& country_code)
    {
        const auto digits = random_digits(below(4) == 0 ? below(16) : 7 + below(4));
        const auto trunk = one_of({"", "", "", "0", "(0)", " (0) ", "00", "(0", "0-"});
        const auto start =
            one_of({"+", "+", "+", "00", "00", "0", "0", "0", "", "+ ", "(+", "000", "0 0", "++"});
        std::string typed = below(12) == 0 ? " " : "";
        typed += start;
        const bool international = start.find('+') != std::string::npos || start.size() >= 2;
        if (international)
            typed += below(20) == 0 ? country_code.substr(0, 1) + " " + country_code.substr(1)
                                    : country_code;
        typed += start == "(+" ? ")" : "";
        typed += international ? gap() + trunk : (below(10) == 0 ? trunk : "");
        for (const char digit : digits) {
            typed += digit;
            if (below(3) == 0)
                typed += gap();
        }
        return typed;
    }

    std::string one_of(const std::vector<std::string>& choices)
    {
        return choices[below(choices.size())];
    }

  private:
    std::size_t below(std::size_t limit)
    {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
    }

    std::string random_digits(std::size_t count)
    {
        std::string digits;
        for (std::size_t place = 0; place < count; ++place)
            digits += static_cast<char>('0' + below(10));
        return digits;
    }

    std::string gap()
    {
        return one_of({"", "", " ", " ", "-", "/", " / ", ".", "(", ")", ") ", " (", " - ", "--",
                       "\u00A0", "–", "—", "‑", "//"});
    }

    std::mt19937 random_{20260630};
};

constexpr std::array<const char*, 20> country_codes = {"49",  "49",  "49", "43", "43", "41", "32",
                                                       "420", "45",  "34", "33", "44", "31", "47",
                                                       "48",  "351", "46", "39", "1",  "352"};

} // namespace

TEST_CASE("quick_e164 never says anything but what libphonenumber says")
{
    Typist typist;
    int answered = 0;
    for (int round = 0; round < 60000; ++round) {
        const auto typed =
            typist.number(country_codes[static_cast<std::size_t>(round) % country_codes.size()]);
        const auto region =
            typist.one_of({"DE", "DE", "AT", "CH", "BE", "CZ", "DK", "ES", "FR", "GB", "NL", "NO",
                           "PL", "PT", "SE", "US", "IT", "ZZ", ""});
        const auto quick = quick_e164(typed, region);
        if (!quick)
            continue;
        ++answered;
        CAPTURE(typed);
        CAPTURE(region);
        REQUIRE(quick == reference(typed, region));
    }
    CHECK(answered > 10000);
}

TEST_CASE("quick_e164 agrees for every length and first digits of its countries")
{
    struct Country {
        std::string region, code;
        std::string trunk;
    };
    const std::vector<Country> countries = {{"DE", "49", "0"}, {"AT", "43", "0"}, {"CH", "41", "0"},
                                            {"BE", "32", "0"}, {"CZ", "420", ""}, {"DK", "45", ""},
                                            {"ES", "34", ""},  {"FR", "33", "0"}, {"GB", "44", "0"},
                                            {"NL", "31", "0"}, {"NO", "47", ""},  {"PL", "48", ""},
                                            {"PT", "351", ""}, {"SE", "46", "0"}};
    std::mt19937 random(1);
    int answered = 0;
    for (const auto& country : countries)
        for (int prefix = 0; prefix < 1000; ++prefix)
            for (std::size_t length = 5; length <= 16; ++length) {
                auto national = std::to_string(1000 + prefix).substr(1);
                while (national.size() < length)
                    national += static_cast<char>('0' + random() % 10);
                national.resize(length);
                for (const auto& typed :
                     {"+" + country.code + national, country.trunk + national, national}) {
                    const auto quick = quick_e164(typed, country.region);
                    if (!quick)
                        continue;
                    CAPTURE(typed);
                    ++answered;
                    REQUIRE(quick == reference(typed, country.region));
                }
            }
    CHECK(answered > 40000);
}

TEST_CASE("every notation in use is the same number, without libphonenumber")
{
    for (const std::string typed :
         {"+49 30 1234567", "+49 (0)30 1234567", "+49 (0) 30 / 12 34 567", "0049301234567",
          "0049 (0)30 1234567", "030 1234567", "030/1234567", "(030) 1234567", "030-12345-67",
          "+49.30.1234567", "030.1234567", "(+49) 30 1234567", "+49\u00A030\u00A01234567",
          "030 12345–67", "0 0 49 30 1234567", " 030 1234567 "}) {
        CAPTURE(typed);
        CHECK(quick_e164(typed, "DE") == "+49301234567");
        CHECK(normalize_phone(typed, "DE") == "+49301234567");
    }
    CHECK(quick_e164("044 668 18 00", "CH") == "+41446681800");
    CHECK(quick_e164("0512 123456", "AT") == "+43512123456");
    CHECK(quick_e164("+33 1 42 68 53 00", "DE") == "+33142685300");
    CHECK(quick_e164("030-0074321", "DE") == "+49300074321");
}

TEST_CASE("what is not plain is left to libphonenumber")
{
    for (const std::string typed :
         {"110", "112", "4930123456", "030 1234 ext. 12", "030 1234567 x12", "0800 FLOWERS",
          "*31#030 1234567", "030 123", "+49 0 0 30 1234567", "000 30 1234567", "030+1234567",
          "++49301234567", "", "+", "+999 1234567", "+39 06 1234567",
          "0301234567890123456789012345", "٠٣٠ 1234567"}) {
        CAPTURE(typed);
        CHECK_FALSE(quick_e164(typed, "DE"));
    }
    CHECK_FALSE(quick_e164("0041 44 668 18 00", "US")); // 00 is not how one dials abroad there
    CHECK_FALSE(quick_e164("0301234567", ""));
    CHECK_FALSE(quick_e164("\xFF\xFE", "DE"));
}

TEST_CASE("normalize_phone reads what quick_e164 leaves")
{
    CHECK(normalize_phone("030 1234567 ext. 12", "DE") == "+49301234567");
    CHECK(normalize_phone("030 1234567 x12", "DE") == "+49301234567");
    CHECK(normalize_phone("tel:+49-30-1234567", "DE") == "+49301234567");
    CHECK(normalize_phone("TEL:030-1234567", "DE") == "+49301234567");
    CHECK(normalize_phone("(206) 555-9857", "US") == "+12065559857");
    CHECK(normalize_phone("011 49 30 1234567", "US") == "+49301234567");
    CHECK(normalize_phone("0522-556721", "IT") == "+390522556721"); // the 0 is part of it
    CHECK(normalize_phone("+39 0522 556721", "DE") == "+390522556721");
    CHECK(normalize_phone("+1 206 555 9857", "") == "+12065559857");
}

TEST_CASE("normalize_phone refuses what is no number to dial from anywhere")
{
    for (const std::string typed :
         {"", "110", "112", "0800 FLOWERS", "Zimmer 12345", "030 123a456",
          "030 123456 / 030 654321", "030 123456; 030 654321", "anonym", "-", "\xFF"}) {
        CAPTURE(typed);
        CHECK_FALSE(normalize_phone(typed, "DE"));
    }
    CHECK_FALSE(normalize_phone("555-4729", "US")); // without the area code
    CHECK_FALSE(normalize_phone("0301234567", "ZZ"));
}

TEST_CASE("phone_digits and looks_like_phone")
{
    CHECK(phone_digits("+49 (0)30 / 123-45") == "+4903012345");
    CHECK(phone_digits("030+12") == "03012");
    CHECK(phone_digits("Meier") == "");
    CHECK(looks_like_phone("+49 (0)30 / 123-45"));
    CHECK(looks_like_phone("110"));
    CHECK(looks_like_phone("030–12 34"));
    CHECK_FALSE(looks_like_phone("12"));
    CHECK_FALSE(looks_like_phone(""));
    CHECK_FALSE(looks_like_phone("+/-"));
    CHECK_FALSE(looks_like_phone("K0000500"));
    CHECK_FALSE(looks_like_phone("Halle 1234"));
}

TEST_CASE("the German numbers of the Northwind company can be dialled")
{
    std::ifstream file(std::string(CRM_SHARED_DATA) + "/northwind/customers.csv");
    if (!file) {
        MESSAGE("skipped: no customers.csv in " CRM_SHARED_DATA "/northwind");
        return;
    }
    int numbers = 0;
    for (std::string line; std::getline(file, line);) {
        const auto country = line.find(",Germany,");
        if (country == std::string::npos)
            continue;
        const auto begin = country + std::string(",Germany,").size();
        const auto phone = line.substr(begin, line.find(',', begin) - begin);
        CAPTURE(phone);
        CHECK(quick_e164(phone, "DE"));
        CHECK(normalize_phone(phone, "DE") == reference(phone, "DE"));
        ++numbers;
    }
    CHECK(numbers == 11);
}

} // namespace crm::test
