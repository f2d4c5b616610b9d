// SPDX-License-Identifier: MIT
#include "crm/base/json_text.hpp"

#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD

void append_escaped(std::string& out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
    }
}

bool is_plain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

/// Plain runs are copied whole; `text` is UTF-8.
void append_valid(std::string& out, std::string_view text)
{
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_plain(text[i]))
            continue;
        out.append(text, start, i - start);
        append_escaped(out, text[i]);
        start = i + 1;
    }
    out.append(text, start);
}

} // namespace

void append_json_string(std::string& out, std::string_view text)
{
    out += '"';
    if (is_valid_utf8(text))
        append_valid(out, text);
    else
        for (std::size_t at = 0; at < text.size();) {
            const auto next = first_code_point(text.substr(at));
            append_valid(out, next.valid ? text.substr(at, next.length) : replacement);
            at += next.length;
        }
    out += '"';
}

} // namespace crm
