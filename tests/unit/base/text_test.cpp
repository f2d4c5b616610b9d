// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <random>

namespace crm::test
{

TEST_CASE("is_valid_utf8 finds an invalid byte at every place")
{
    const std::string text = "Müller & Söhne, 東京 😀 GmbH und Co. KG in Köln";
    CHECK(is_valid_utf8(text));
    CHECK(is_valid_utf8(""));
    for (std::size_t place = 0; place < text.size(); ++place) {
        auto damaged = text;
        damaged[place] = '\xFF';
        CHECK_FALSE(is_valid_utf8(damaged));
    }
    CHECK_FALSE(is_valid_utf8("abcdefgh\xC3"));
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
    CHECK(is_valid_utf8(std::string_view("a\0b", 3)));
}

TEST_CASE("trim takes every kind of blank")
{
    CHECK(trim("  Anna\t\r\n") == "Anna");
    CHECK(trim("\u00A0\u2003 Anna Müller\u202F\u3000") == "Anna Müller");
    CHECK(trim(" \u00A0 ").empty());
    CHECK(trim("").empty());
    CHECK(trim("à") == "à"); // ends in the byte A0
    CHECK(trim("\xA0x\xA0") == "\xA0x\xA0");
    CHECK(trim("\u200Bx") == "\u200Bx"); // zero width, but no white space
}

TEST_CASE("words are runs of letters, digits and marks")
{
    using List = std::vector<std::string>;
    CHECK(words("Müller-Lüdenscheidt & Söhne GmbH") ==
          List{"Müller", "Lüdenscheidt", "Söhne", "GmbH"});
    CHECK(words("C&A, 4711 (Köln)") == List{"C", "A", "4711", "Köln"});
    CHECK(words("O'Brien e.K.") == List{"O", "Brien", "e", "K"});
    CHECK(words("3×4÷5") == List{"3", "4", "5"});
    CHECK(words("東京 Привет e\u0301t\u0301") == List{"東京", "Привет", "e\u0301t\u0301"});
    CHECK(words(" -- ").empty());
    CHECK(words("").empty());
    CHECK(words("ab\xFF"
                "cd") == List{"ab", "cd"});
}

TEST_CASE("what is a word is what Unicode calls L, N or M")
{
    for (utf8proc_int32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800)
            c = 0xE000;
        const char kind = utf8proc_category_string(c)[0];
        const Utf8 written(static_cast<char32_t>(c));
        const bool is_word = next_word(written.view()) == written.view();
        if (is_word != (kind == 'L' || kind == 'N' || kind == 'M'))
            FAIL_CHECK("code point ", c);
    }
}

TEST_CASE("words are found in place")
{
    const std::string_view text = "  Anna von der Aa ";
    std::string all;
    for_each_word(text, [&](std::string_view word) {
        CHECK(word.data() >= text.data());
        CHECK(word.data() + word.size() <= text.data() + text.size());
        all.append(word).append("|");
    });
    CHECK(all == "Anna|von|der|Aa|");
}

TEST_CASE("reversed turns code points round")
{
    CHECK(reversed("müller") == "rellüm");
    CHECK(reversed("") == "");
    CHECK(reversed("東a😀") == "😀a東");
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto count = random() % 12; count > 0; --count)
            bytes += random() % 3 == 0
                         ? std::string(Utf8(static_cast<char32_t>(random() % 0xD800)).view())
                         : std::string(1, static_cast<char>(random() % 256));
        CHECK(reversed(bytes).size() == bytes.size());
        if (is_valid_utf8(bytes))
            CHECK(reversed(reversed(bytes)) == bytes);
    }
}

} // namespace crm::test
