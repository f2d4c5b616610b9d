// SPDX-License-Identifier: MIT
#include "crm/base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

namespace crm::test
{

TEST_CASE("every code point is read as it was written, from both ends")
{
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (c == 0xD800)
            c = 0xE000;
        const Utf8 written(c);
        const auto text = "ü" + std::string(written.view());
        const auto first = first_code_point(written.view());
        const auto last = last_code_point(text);
        const bool same = first.valid && first.value == c &&
                          first.length == written.view().size() && last.valid && last.value == c &&
                          last.length == first.length;
        if (!same)
            FAIL_CHECK("code point ", static_cast<unsigned>(c));
    }
}

TEST_CASE("what is no code point is one invalid byte")
{
    for (const std::string_view text :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xC3(",
          "\xF0\x9F\x98"}) {
        CAPTURE(text);
        const auto first = first_code_point(text);
        CHECK_FALSE(first.valid);
        CHECK(first.length == 1);
        CHECK(first.value == byte(text.front()));
    }
    CHECK_FALSE(last_code_point("a\x80").valid);
    CHECK_FALSE(last_code_point("ü\xBC").valid);
    CHECK(last_code_point("ü\xBC").length == 1);
    CHECK_FALSE(last_code_point("\x80\x80\x80\x80\x80").valid);
}

} // namespace crm::test
