// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

namespace crm
{

namespace
{

using Mapping = utf8proc_int32_t (*)(utf8proc_int32_t, void*);

/// Dashes, quotation marks, the ellipsis and the euro sign: common in German texts, and neither
/// lower case nor composition changes them.
bool is_plain_punctuation(char32_t c)
{
    return (c >= 0x2012 && c <= 0x2015) || (c >= 0x2018 && c <= 0x2022) || c == 0x20AC;
}

/// A text that utf8proc accepts: invalid bytes become U+FFFD.
std::string repaired(std::string_view text)
{
    std::string valid;
    while (!text.empty()) {
        const auto c = first_code_point(text);
        valid += c.valid ? text.substr(0, c.length) : Utf8(0xFFFD).view();
        text.remove_prefix(c.length);
    }
    return valid;
}

std::string mapped(std::string_view text, int options, Mapping each = nullptr)
{
    if (!is_valid_utf8(text))
        return mapped(repaired(text), options, each);
    utf8proc_uint8_t* result = nullptr;
    const auto size = utf8proc_map_custom(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                          static_cast<utf8proc_ssize_t>(text.size()), &result,
                                          static_cast<utf8proc_option_t>(options), each, nullptr);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
    if (size < 0) // out of memory: valid UTF-8 has no other way to fail
        throw std::bad_alloc();
    return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

std::string lower_any(std::string_view text)
{
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE,
                  [](utf8proc_int32_t c, void*) { return utf8proc_tolower(c); });
}

/// Latin letters that do not decompose, in lower case; empty for every other.
std::string_view spelled_out(char32_t c)
{
    switch (c) {
    case U'ß':
        return "ss";
    case U'æ':
        return "ae";
    case U'œ':
        return "oe";
    case U'ø':
        return "o";
    case U'þ':
        return "th";
    case U'ð':
    case U'đ':
        return "d";
    case U'ħ':
        return "h";
    case U'ı':
        return "i";
    case U'ĸ':
        return "k";
    case U'ł':
        return "l";
    case U'ŋ':
        return "n";
    case U'ŧ':
        return "t";
    default:
        return {};
    }
}

/// What U+00C0 to U+017F fold to: a letter, `+` where spelled_out() knows more, `?` for what is
/// rare.
constexpr std::string_view latin_letters =
    "aaaaaa+ceeeeiiii+nooooo?+uuuuy++aaaaaa+ceeeeiiii+nooooo?+uuuuy+y"
    "aaaaaaccccccccdd++eeeeeeeeeegggggggghh++iiiiiiiii+??jjkk+llllll??++nnnnnn?++oooooo++"
    "rrrrrrssssssssttttt+uuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_letters.size() == 0x180 - 0xC0);

/// Builds a folded text and leaves out each `e` that only writes an umlaut.
class FoldedText
{
  public:
    /// No text becomes longer by folding what is not decomposed any more.
    explicit FoldedText(std::size_t longest) : text_(longest, '\0') {}

    void put(char c)
    {
        if (c == 'e' && umlaut_may_follow_)
            return;
        umlaut_may_follow_ = c == 'a' || c == 'o' || (c == 'u' && !keeps_ue(last_));
        last_ = c;
        text_[size_++] = c;
    }

    void put(std::string_view letters)
    {
        for (const char c : letters)
            put(c);
    }

    std::string take() &&
    {
        text_.resize(size_);
        return std::move(text_);
    }

  private:
    static bool keeps_ue(char c)
    {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'q';
    }

    std::string text_;
    std::size_t size_ = 0;
    char last_ = '\0';
    bool umlaut_may_follow_ = false;
};

std::string fold_any(std::string_view text)
{
    const auto decomposed = mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                             UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    FoldedText folded(decomposed.size());
    bool marks_go = true; // those on Latin and Greek letters; in other scripts they make the letter
    for (std::string_view rest = decomposed; !rest.empty();) {
        const auto c = first_code_point(rest);
        const bool is_mark = c.value >= 0x300 && c.value < 0x370;
        if (!is_mark)
            marks_go = c.value < 0x400 || (c.value >= 0x2000 && c.value < 0x3000);
        const auto letters = spelled_out(c.value);
        if (!letters.empty())
            folded.put(letters);
        else if (!is_mark || !marks_go)
            folded.put(rest.substr(0, c.length));
        rest.remove_prefix(c.length);
    }
    return mapped(std::move(folded).take(), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

} // namespace

std::string lower(std::string_view text)
{
    std::string small(text);
    std::size_t size = 0;
    while (size < small.size() && byte(small[size]) < 0x80) {
        small[size] = ascii_lower(small[size]);
        ++size;
    }
    if (size == small.size())
        return small;
    small.resize(size);
    for (auto rest = text.substr(size); !rest.empty();) {
        if (byte(rest.front()) < 0x80) {
            small += ascii_lower(rest.front());
            rest.remove_prefix(1);
            continue;
        }
        const auto c = first_code_point(rest);
        if (c.valid && is_plain_punctuation(c.value))
            small += rest.substr(0, c.length);
        else if (c.valid && c.value < 0x180) // nothing here is composed of two
            small += Utf8(static_cast<char32_t>(
                              utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))))
                         .view();
        else
            return lower_any(text);
        rest.remove_prefix(c.length);
    }
    return small;
}

std::string fold(std::string_view text)
{
    FoldedText folded(text.size());
    for (auto rest = text; !rest.empty();) {
        if (byte(rest.front()) < 0x80) {
            folded.put(ascii_lower(rest.front()));
            rest.remove_prefix(1);
            continue;
        }
        const auto c = first_code_point(rest);
        const bool in_table = c.valid && c.value >= 0xC0 && c.value < 0x180;
        const char letter = in_table ? latin_letters[c.value - 0xC0] : '?';
        if (letter == '+')
            folded.put(spelled_out(
                static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value)))));
        else if (letter != '?')
            folded.put(letter);
        else if (c.valid && is_plain_punctuation(c.value))
            folded.put(rest.substr(0, c.length));
        else
            return fold_any(text);
        rest.remove_prefix(c.length);
    }
    return std::move(folded).take();
}

} // namespace crm
