// SPDX-License-Identifier: MIT
#include "crm/base/checks.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("the German VAT ID has a check digit")
{
    for (const std::string id :
         {"DE136695976", "DE129273398", "DE 811 907 980", "de811907980", "DE811.907.980"})
        CHECK_MESSAGE(valid_vat_id(id), id);
    for (const std::string id :
         {"DE136695977", "DE13669597", "DE1366959761", "DE13669597X", "DE", "136695976"})
        CHECK_FALSE_MESSAGE(valid_vat_id(id), id);
    int right = 0;
    for (char last = '0'; last <= '9'; ++last)
        right += valid_vat_id(std::string("DE13669597") + last) ? 1 : 0;
    CHECK(right == 1);
    CHECK(normal_vat_id(" de 811.907-980") == "DE811907980");
}

TEST_CASE("each member state has its pattern")
{
    for (const std::string id :
         {"ATU12345678",    "BE0123456789",   "BE123456789",   "BG123456789",   "BG1234567890",
          "CY12345678X",    "CZ12345678",     "CZ123456789",   "CZ1234567890",  "DK12345678",
          "EE123456789",    "EL123456789",    "ESX1234567X",   "ES12345678X",   "ESA12345678",
          "FI12345678",     "FR12345678901",  "FRX1123456789", "HR12345678901", "HU12345678",
          "IE1234567X",     "IE1234567XA",    "IE1X23456X",    "IE1+23456X",    "IT12345678901",
          "LT123456789",    "LT123456789012", "LU12345678",    "LV12345678901", "MT12345678",
          "NL123456789B01", "PL1234567890",   "PT123456789",   "RO12",          "RO1234567890",
          "SE123456789001", "SI12345678",     "SK1234567890",  "XI123456789",   "GB123456789",
          "GBGD123",        "NO123456789MVA"})
        CHECK_MESSAGE(valid_vat_id(id), id);
    for (const std::string id :
         {"ATU1234567",    "AT123456789",    "BE12345678",     "CY123456789",   "CZ1234567",
          "DK1234567",     "EL12345678",     "ES123456789",    "FR1234567890",  "IE123456789",
          "IT1234567890",  "LT1234567890",   "NL123456789A01", "NL123456789B0", "RO1",
          "RO12345678901", "SE123456789002", "GBXX123",        "PL123456789",   "FI1234567890"})
        CHECK_FALSE_MESSAGE(valid_vat_id(id), id);
}

TEST_CASE("Switzerland and the rest of the world")
{
    CHECK(valid_vat_id("CHE-123.456.788 MWST"));
    CHECK(valid_vat_id("CHE-116.281.710"));
    CHECK(valid_vat_id("CHE-116.281.710 TVA"));
    CHECK_FALSE(valid_vat_id("CHE-123.456.789 MWST"));
    CHECK_FALSE(valid_vat_id("CHE-116.281.710 ABC"));
    CHECK(normal_vat_id("CHE-123.456.788 MWST") == "CHE123456788MWST");
    CHECK(valid_vat_id("US123456789"));
    CHECK(valid_vat_id("TR1234567890"));
    CHECK_FALSE(valid_vat_id("QQ123456789"));
    CHECK_FALSE(valid_vat_id("US1"));
    CHECK_FALSE(valid_vat_id("US12345678901234567"));
    CHECK_FALSE(valid_vat_id(""));
    CHECK_FALSE(valid_vat_id("ÜÜ12345"));
}

} // namespace crm::test
