// SPDX-License-Identifier: MIT
#include "crm/roff.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

/// The code point that begins at `place`, which is moved behind it. The text is our own, valid
/// UTF-8.
unsigned next_code_point(std::string_view text, std::size_t& place)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned lead = byte(place++);
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    unsigned code = more == 3   ? lead & 0x07
                    : more == 2 ? lead & 0x0F
                    : more == 1 ? lead & 0x1F
                                : lead;
    for (int i = 0; i < more && place < text.size(); ++i)
        code = code << 6 | (byte(place++) & 0x3F);
    return code;
}

std::string escaped(unsigned code)
{
    switch (code) {
    case '\\':
        return "\\e";
    case '-':
        return "\\-";
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    case '"':
        return "\\(dq";
    default:
        return code < 0x80 ? std::string(1, static_cast<char>(code))
                           : fmt::format("\\[u{:04X}]", code);
    }
}

/// A line that begins with a dot would be an order.
std::string protected_lines(const std::string& text)
{
    std::string result;
    bool at_start = true;
    for (const char c : text) {
        if (at_start && c == '.')
            result += "\\&";
        result += c;
        at_start = c == '\n';
    }
    return result;
}

} // namespace

std::string roff_text(std::string_view text)
{
    std::string result;
    for (std::size_t place = 0; place < text.size();)
        result += escaped(next_code_point(text, place));
    return protected_lines(result);
}

std::string roff_bold(std::string_view text)
{
    return "\\fB" + roff_text(text) + "\\fR";
}

std::string roff_italic(std::string_view text)
{
    return "\\fI" + roff_text(text) + "\\fR";
}

std::string roff_marked(std::string_view text)
{
    std::string result;
    bool typed = false;
    while (!text.empty()) {
        const auto end = std::min(text.find('`'), text.size());
        const auto part = text.substr(0, end);
        result += typed ? roff_bold(part) : roff_text(part);
        text.remove_prefix(std::min(end + 1, text.size()));
        typed = !typed;
    }
    return result;
}

std::string roff_block(const ProseBlock& block)
{
    switch (block.kind) {
    case ProseBlock::Kind::paragraph:
        return ".PP\n" + roff_marked(block.text) + '\n';
    case ProseBlock::Kind::item:
        return ".IP \\(bu 3\n" + roff_marked(block.text) + '\n';
    case ProseBlock::Kind::example:
        return ".PP\n.RS 4\n.nf\n" + roff_text(block.text) + "\n.fi\n.RE\n";
    }
    return "";
}

std::string roff_term(const std::string& term, std::string_view text)
{
    return ".TP\n" + term + '\n' + roff_marked(text) + '\n';
}

} // namespace crm
