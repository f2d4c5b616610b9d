// SPDX-License-Identifier: MIT
#include "crm/format/json_value.hpp"

#include <doctest/doctest.h>

using namespace crm;

TEST_CASE("numbers keep their digits, texts stay texts")
{
    const Json document = {{"net", json_number(Money{238000})},
                           {"price", json_number(UnitPrice{125})},
                           {"quantity", json_number(-Quantity{1500})},
                           {"none", json_number(std::optional<Money>())},
                           {"text", "1.00"},
                           {"odd", "\x01 1"},
                           {"list", Json::array({json_number(Money{5})})}};
    CHECK(json_text(document, false) ==
          R"({"net":2380.00,"price":0.0125,"quantity":-1.5,"none":null,"text":"1.00",)"
          R"("odd":"\u0001 1","list":[0.05]})");
    CHECK(json_text(Json{{"a", json_number(Money{-1})}}) == "{\n  \"a\": -0.01\n}");
}
