// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"
#include "crm/base/width.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace crm::test
{

TEST_CASE("columns on the terminal")
{
    CHECK(display_width("") == 0);
    CHECK(display_width("Anna") == 4);
    CHECK(display_width("Müller & Söhne") == 14);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("東京") == 4);
    CHECK(display_width("😀") == 2);
    CHECK(display_width("5 € – …") == 7);
    CHECK(display_width("a\nb") == 4);
    CHECK(display_width("\x1b[0m") == 7);
    CHECK(display_width("\xFF") == 4);
    CHECK(display_width("\u202E") == 6);
}

TEST_CASE("nothing printable is obeyed by a terminal")
{
    CHECK(printable("Müller 東京 😀 e\u0301") == "Müller 東京 😀 e\u0301");
    CHECK(printable("a\nb\tc\rd") == "a\\nb\\tc\\rd");
    CHECK(printable("\x1b[31mrot") == "\\x1b[31mrot");
    CHECK(printable(std::string_view("\0\x7f", 2)) == "\\x00\\x7f");
    CHECK(printable("\u0085\u009B") == "\\x85\\x9b");
    CHECK(printable("\xFF\xC3") == "\\xff\\xc3");
    CHECK(printable("a\u202Eb\u2066c\u2028") == "a\\u202eb\\u2066c\\u2028");
    CHECK(printable("C:\\temp") == "C:\\temp");
}

TEST_CASE("a text is cut where it fits, with an ellipsis")
{
    CHECK(cut_to_width("Anna", 4) == "Anna");
    CHECK(cut_to_width("Annabel", 4) == "Ann…");
    CHECK(cut_to_width("Annabel", 1) == "…");
    CHECK(cut_to_width("Annabel", 0) == "");
    CHECK(cut_to_width("", 3) == "");
    CHECK(cut_to_width("Müller", 3) == "Mü…");
    CHECK(cut_to_width("東京都", 4) == "東…");
    CHECK(cut_to_width("東京都", 5) == "東京…");
    CHECK(cut_to_width("東京都", 6) == "東京都");
}

TEST_CASE("what belongs together is not cut apart")
{
    CHECK(cut_to_width("ae\u0301\u0302x", 3) == "ae\u0301\u0302x");
    CHECK(cut_to_width("ae\u0301\u0302xy", 3) == "ae\u0301\u0302…");
    CHECK(cut_to_width("👨\u200D👩\u200D👧 Familie", 3) == "…");
    CHECK(cut_to_width("🇩🇪🇦🇹🇨🇭", 5) == "🇩🇪🇦🇹…");
}

TEST_CASE("whatever is cut fits, and is a beginning of the text")
{
    const std::vector<std::string> parts = {"a",    "ü", "東",   "😀", "\u0308", "\u200D", "\n",
                                            "\x1b", " ", "\xFF", "🇩", "\u202E", "가"};
    std::mt19937 random(5);
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (auto count = random() % 10; count > 0; --count)
            text += parts[random() % parts.size()];
        CHECK(display_width(text) == display_width(printable(text)));
        CHECK(is_valid_utf8(printable(text)));
        const auto columns = static_cast<int>(random() % 12) + 1;
        const auto cut = cut_to_width(text, columns);
        CAPTURE(printable(text));
        CHECK(display_width(cut) <= columns);
        if (display_width(text) <= columns)
            CHECK(cut == text);
        else
            CHECK(text.starts_with(cut.substr(0, cut.size() - std::string("…").size())));
    }
}

} // namespace crm::test
