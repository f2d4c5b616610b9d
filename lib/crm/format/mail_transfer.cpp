// SPDX-License-Identifier: MIT
#include "crm/format/mail_transfer.hpp"

#include "crm/base/utf8.hpp"
#include "crm/format/vcard_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace crm
{

namespace
{

/// -1 for what is no digit.
int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/// The length of a soft line break after its '='; 0 if it is none.
std::size_t soft_break(std::string_view text)
{
    const auto end = text.find_first_not_of(" \t\r");
    return end != text.npos && text[end] == '\n' ? end + 1 : 0;
}

constexpr std::size_t longest_line = 76;

/// Takes the next line, without its break, off the front.
std::string_view take_line(std::string_view& text)
{
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(end);
    if (!text.empty())
        text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
    return line;
}

/// How the character at the front of `rest` of a line is written.
std::string quoted_character(std::string_view line, std::string_view rest)
{
    const char c = rest.front();
    const bool first = rest.size() == line.size();
    const bool blank = c == ' ' || c == '\t';
    const bool risky = first && (line == "." || line.starts_with("From "));
    const bool plain = (c > ' ' && c <= '~' && c != '=' && !risky) || (blank && rest.size() > 1);
    const auto code_point = first_code_point(rest);
    return plain ? std::string(1, c) : hex_codes(rest.substr(0, code_point.length));
}

} // namespace

std::string hex_codes(std::string_view bytes)
{
    std::string codes;
    for (const char c : bytes)
        codes += fmt::format("={:02X}", byte(c));
    return codes;
}

std::string encode_mail_quoted(std::string_view text)
{
    std::string encoded;
    while (!text.empty()) {
        const auto line = take_line(text);
        std::size_t width = 0;
        for (auto rest = line; !rest.empty(); rest.remove_prefix(first_code_point(rest).length)) {
            const auto character = quoted_character(line, rest);
            if (width + character.size() >= longest_line) { // leaves room for the '='
                encoded += "=\r\n";
                width = 0;
            }
            encoded += character;
            width += character.size();
        }
        encoded += "\r\n";
    }
    return encoded;
}

std::string decode_base64(std::string_view text)
{
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = base64_value(c);
        if (c == '=')
            break;
        if (value < 0)
            continue;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xff);
        }
    }
    return bytes;
}

std::string decode_mail_quoted(std::string_view text, bool in_word)
{
    std::string joined; // without soft line breaks
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (const auto skipped = c == '=' ? soft_break(text) : 0; skipped > 0)
            text.remove_prefix(skipped);
        else
            joined += in_word && c == '_' ? ' ' : c;
    }
    return decode_quoted_printable(joined);
}

} // namespace crm
