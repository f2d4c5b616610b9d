// SPDX-License-Identifier: MIT
#include "crm/format/vcard_text.hpp"

#include "crm/format/blanks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace crm
{
namespace
{

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_alphanumeric(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<char> hex_byte(std::string_view digits)
{
    unsigned value = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.size() != 2 || failure != std::errc{} || end != digits.data() + 2) {
        return std::nullopt;
    }
    return static_cast<char>(value);
}

/// Replaces `mark` and two hexadecimal digits by the byte they stand for.
std::string decode_hex(std::string_view text, char mark)
{
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = text[at] == mark ? hex_byte(text.substr(at + 1, 2)) : std::nullopt;
        bytes += byte.value_or(text[at]);
        at += byte ? 2 : 0;
    }
    return bytes;
}

/// True if the text has the shape, where `9` stands for any digit.
bool has_shape(std::string_view text, std::string_view shape)
{
    return std::ranges::equal(
        text, shape, [](char c, char wanted) { return wanted == '9' ? is_digit(c) : c == wanted; });
}

int number(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<std::string> iso_day(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

} // namespace

std::string unescape_vcard(std::string_view text)
{
    if (text.find('\\') == std::string_view::npos) {
        return std::string(text);
    }
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char next = at + 1 < text.size() ? text[at + 1] : 'x';
        if (text[at] != '\\') {
            plain += text[at];
        } else if (next == 'n' || next == 'N') {
            plain += '\n';
            ++at;
        } else if (!is_alphanumeric(next)) {
            plain += next;
            ++at;
        } else {
            plain += '\\';
        }
    }
    return plain;
}

std::string escape_vcard(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '\n') {
            escaped += "\\n";
        } else if (c != '\r') {
            escaped.append(c == '\\' || c == ';' || c == ',' ? 1U : 0U, '\\');
            escaped += c;
        }
    }
    return escaped;
}

std::vector<std::string_view> split_raw_vcard(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == separator) {
            parts.push_back(text.substr(start, at - start));
            start = at + 1;
        } else if (text[at] == '\\') {
            ++at;
        }
    }
    parts.push_back(text.substr(start));
    return parts;
}

std::vector<std::string> split_vcard(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (const std::string_view part : split_raw_vcard(text, separator)) {
        parts.emplace_back(trim_blanks(unescape_vcard(part)));
    }
    return parts;
}

std::string decode_quoted_printable(std::string_view text)
{
    return decode_hex(text, '=');
}

std::string decode_percent(std::string_view text)
{
    return decode_hex(text, '%');
}

std::optional<std::string> parse_birthday(std::string_view text)
{
    text = text.substr(0, text.find_first_of("T "));
    const auto part = [&](std::size_t at, std::size_t size) {
        return number(text.substr(at, size));
    };
    constexpr int leap_year = 2000; // so that --02-29 is a day
    if (has_shape(text, "9999-99-99")) {
        return iso_day(part(0, 4), part(5, 2), part(8, 2));
    }
    if (has_shape(text, "99999999")) {
        return iso_day(part(0, 4), part(4, 2), part(6, 2));
    }
    if (has_shape(text, "99.99.9999")) {
        return iso_day(part(6, 4), part(3, 2), part(0, 2));
    }
    const bool dashed = has_shape(text, "--99-99");
    if (dashed || has_shape(text, "--9999")) {
        const auto day = iso_day(leap_year, part(2, 2), part(dashed ? 5 : 4, 2));
        return day ? std::optional("-" + day->substr(4)) : std::nullopt;
    }
    return std::nullopt;
}

std::string display_name(const VCard& card)
{
    std::string name = card.formatted_name;
    if (name.empty()) {
        for (const std::string& part :
             {card.prefix, card.given, card.additional, card.family, card.suffix}) {
            name += (name.empty() || part.empty() ? "" : " ") + part;
        }
    }
    return name.empty() ? card.organization : name;
}

bool is_unnamed_organization(const VCard& card)
{
    const bool named = !card.family.empty() || !card.given.empty();
    const bool shown = !card.formatted_name.empty() && card.formatted_name != card.organization;
    return !card.organization.empty() && !named && !shown;
}

std::string to_upper_ascii(std::string_view text)
{
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return upper;
}

std::string to_lower_ascii(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

} // namespace crm
