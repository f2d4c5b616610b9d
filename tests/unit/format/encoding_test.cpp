// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/format/encoding.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("the encodings are called as on the command line")
{
    for (const auto encoding : {crm::Encoding::automatic, crm::Encoding::utf8, crm::Encoding::utf16,
                                crm::Encoding::windows1252}) {
        CHECK(crm::parse_encoding(crm::to_string(encoding)) == encoding);
    }
    CHECK_THROWS_WITH_AS(crm::parse_encoding("latin9"), "unknown encoding 'latin9'", crm::Error);
}

TEST_CASE("UTF-8 is checked as RFC 3629 says")
{
    // Table 3-7 of the Unicode standard: the borders of what is well formed, and their neighbours.
    for (const char* good :
         {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
          "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        CAPTURE(good);
        CHECK(crm::is_utf8(good));
    }
    for (const char* bad :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xC2\xC2\x80",
          "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xFF", "\xFE"}) {
        CAPTURE(bad);
        CHECK_FALSE(crm::is_utf8(bad));
    }
}

TEST_CASE("UTF-8 may be cut anywhere, and the first bad character is known")
{
    const std::string text = std::string(40, 'x') + "Größe \xE2\x82\xAC \xF0\x9F\x98\x80 end";
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        crm::Utf8Checker checker;
        CHECK(checker.accept(std::string_view(text).substr(0, cut)));
        CHECK(checker.accept(std::string_view(text).substr(cut)));
        CHECK(checker.complete());
    }
    crm::Utf8Checker checker;
    CHECK(checker.accept("Gr\xC3\xB6"));
    CHECK(checker.accept("ab\xC3"));
    CHECK_FALSE(checker.complete());
    CHECK_FALSE(checker.accept("xyz"));
    CHECK(checker.bad_offset() == 6);
}

TEST_CASE("the ASCII beginning of a text")
{
    for (std::size_t length = 0; length < 100; ++length) {
        const std::string ascii(length, 'a');
        CHECK(crm::ascii_prefix(ascii) == length);
        CHECK(crm::ascii_prefix(ascii + "\xC3\xA4" + ascii) == length);
    }
}

TEST_CASE("Windows-1252 becomes UTF-8 and can be had back")
{
    std::string text;
    crm::append_windows1252(text, "M\xFCller \x80 \x96 \x84gut\x93");
    CHECK(text == "Müller € – „gut“");

    std::string all;
    for (int byte = 1; byte < 256; ++byte) {
        all += static_cast<char>(byte);
    }
    std::string utf8;
    crm::append_windows1252(utf8, all);
    CHECK(crm::is_utf8(utf8));
    CHECK(crm::windows1252_bytes(utf8) == all); // the five bytes without a meaning, too

    CHECK_FALSE(crm::windows1252_bytes("Ł").has_value());
    CHECK_FALSE(crm::windows1252_bytes("😀").has_value());
}

TEST_CASE("UTF-16 in both byte orders, cut anywhere")
{
    using std::literals::string_view_literals::operator""sv;
    const std::string_view little = "\xE4\x00\xAC\x20\x3D\xD8\x00\xDE"sv; // ä € 😀
    const std::string_view big = "\x00\xE4\x20\xAC\xD8\x3D\xDE\x00"sv;
    for (std::size_t cut = 0; cut <= little.size(); ++cut) {
        for (const bool big_endian : {false, true}) {
            const std::string_view bytes = big_endian ? big : little;
            crm::Utf16Decoder decoder(big_endian);
            std::string text;
            CHECK(decoder.append(text, bytes.substr(0, cut)));
            CHECK(decoder.append(text, bytes.substr(cut)));
            CHECK(decoder.complete());
            CHECK(text == "ä€😀");
        }
    }
}

TEST_CASE("UTF-16 with half a surrogate pair is refused")
{
    using std::literals::string_view_literals::operator""sv;
    std::string text;
    CHECK_FALSE(crm::Utf16Decoder(false).append(text, "\x3D\xD8\x41\x00"sv));
    CHECK_FALSE(crm::Utf16Decoder(false).append(text, "\x00\xDE"sv));
    crm::Utf16Decoder decoder(false);
    CHECK(decoder.append(text, "\x3D\xD8"sv));
    CHECK_FALSE(decoder.complete());
}
