// SPDX-License-Identifier: MIT
#include "crm/format/mail_transfer.hpp"

#include "crm/format/vcard_text.hpp"

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

} // namespace

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
