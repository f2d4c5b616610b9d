// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crm
{

/// One code point at the front of a text. A byte that belongs to none has `valid` false, its own
/// value, and length 1, so that reading on by `length` always ends.
struct CodePoint {
    char32_t value = 0;
    std::uint8_t length = 0;
    bool valid = false;
};

/// The value of a byte; `char` may be signed.
constexpr std::uint8_t byte(char c)
{
    return static_cast<std::uint8_t>(c);
}

constexpr bool is_continuation(char c)
{
    return (byte(c) & 0xC0) == 0x80;
}

constexpr bool is_ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr char ascii_upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

/// The code point that a text, which must not be empty, begins with. Overlong forms, surrogates and
/// values above U+10FFFF are invalid (Unicode 15, table 3-7).
constexpr CodePoint first_code_point(std::string_view text)
{
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const auto lead = byte(text.front());
    if (lead < 0x80)
        return {lead, 1, true};
    const auto length = static_cast<std::uint8_t>(lead < 0xC2   ? 0
                                                  : lead < 0xE0 ? 2
                                                  : lead < 0xF0 ? 3
                                                  : lead < 0xF5 ? 4
                                                                : 0);
    const CodePoint invalid{lead, 1, false};
    if (length == 0 || text.size() < length)
        return invalid;
    auto value = static_cast<char32_t>(lead & (0x7F >> length));
    for (std::size_t place = 1; place < length; ++place) {
        if (!is_continuation(text[place]))
            return invalid;
        value = (value << 6) | (byte(text[place]) & 0x3F);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[length] || value > 0x10FFFF || surrogate)
        return invalid;
    return {value, length, true};
}

/// The code point that a text, which must not be empty, ends with.
constexpr CodePoint last_code_point(std::string_view text)
{
    auto begin = text.size() - 1;
    while (begin > 0 && text.size() - begin < 4 && is_continuation(text[begin]))
        --begin;
    const auto last = first_code_point(text.substr(begin));
    if (begin + last.length == text.size())
        return last;
    return {byte(text.back()), 1, false};
}

/// Unicode's White_Space.
constexpr bool is_white_space(const CodePoint& c)
{
    const auto value = c.value;
    if (!c.valid || value < 0x80)
        return c.valid && (value == ' ' || (value >= '\t' && value <= '\r'));
    return value == 0x85 || value == 0xA0 || value == 0x1680 ||
           (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 ||
           value == 0x202F || value == 0x205F || value == 0x3000;
}

/// The bytes of one code point: `text += Utf8(0xFC).view()`.
class Utf8
{
  public:
    constexpr explicit Utf8(char32_t value)
    {
        if (value < 0x80) {
            put(value);
        } else if (value < 0x800) {
            put(0xC0 | (value >> 6));
            put(0x80 | (value & 0x3F));
        } else if (value < 0x10000) {
            put(0xE0 | (value >> 12));
            put(0x80 | ((value >> 6) & 0x3F));
            put(0x80 | (value & 0x3F));
        } else {
            put(0xF0 | (value >> 18));
            put(0x80 | ((value >> 12) & 0x3F));
            put(0x80 | ((value >> 6) & 0x3F));
            put(0x80 | (value & 0x3F));
        }
    }

    [[nodiscard]] constexpr std::string_view view() const { return {bytes_.data(), size_}; }

  private:
    constexpr void put(char32_t value) { bytes_[size_++] = static_cast<char>(value); }

    std::array<char, 4> bytes_{};
    std::size_t size_ = 0;
};

} // namespace crm
