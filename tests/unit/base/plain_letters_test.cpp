// SPDX-License-Identifier: MIT
#include "crm/base/plain_letters.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("a text in letters that every system knows")
{
    CHECK(plain_letters("Müller & Söhne GmbH") == "Mueller & Soehne GmbH");
    CHECK(plain_letters("Łukasz Wiśniewski") == "Lukasz Wisniewski");
    CHECK(plain_letters("Ärger, Straße") == "Aerger, Strasse");
    CHECK(plain_letters("東") == "?");
    CHECK(characters("aß").size() == 2);
}

} // namespace crm::test
