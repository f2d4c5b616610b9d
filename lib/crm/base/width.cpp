// SPDX-License-Identifier: MIT
#include "crm/base/width.hpp"

#include "crm/base/utf8.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

namespace crm
{

namespace
{

constexpr std::string_view ellipsis = "…";

/// Below are the Latin letters; neither marks nor anything wide.
constexpr char32_t first_mark = 0x300;

bool is_plain_ascii(char c)
{
    return c >= ' ' && c <= '~';
}

/// Whether a code point acts on the terminal instead of showing something.
bool is_obeyed(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string escaped(char32_t c)
{
    switch (c) {
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        const auto number = static_cast<std::uint32_t>(c);
        return c < 0x100 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
    }
}

bool is_shown(const CodePoint& c)
{
    return c.valid && !is_obeyed(c.value);
}

int width_of(const CodePoint& c)
{
    if (!is_shown(c))
        return static_cast<int>(escaped(c.value).size());
    if (c.value < first_mark) // U+00AD, too, takes its place on most terminals
        return 1;
    return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value));
}

/// What belongs together on the screen: a letter with its accents, an emoji with its parts.
struct Cluster {
    std::size_t bytes = 0;
    int width = 0;
};

/// The cluster that a text, which must not be empty, begins with.
Cluster first_cluster(std::string_view text)
{
    auto before = first_code_point(text);
    Cluster cluster{before.length, width_of(before)};
    utf8proc_int32_t state = 0;
    while (is_shown(before) && cluster.bytes < text.size()) {
        const auto c = first_code_point(text.substr(cluster.bytes));
        const bool both_stand_alone = before.value < first_mark && c.value < first_mark;
        if (!is_shown(c) || both_stand_alone ||
            utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before.value),
                                             static_cast<utf8proc_int32_t>(c.value), &state))
            break;
        cluster.bytes += c.length;
        cluster.width += width_of(c);
        before = c;
    }
    return cluster;
}

/// As much of the beginning as may be shown as it is.
std::string_view shown_part(std::string_view text)
{
    std::size_t size = 0;
    while (size < text.size()) {
        if (is_plain_ascii(text[size])) {
            ++size;
            continue;
        }
        const auto c = first_code_point(text.substr(size));
        if (!is_shown(c))
            break;
        size += c.length;
    }
    return text.substr(0, size);
}

} // namespace

int display_width(std::string_view text)
{
    int width = 0;
    while (!text.empty()) {
        if (is_plain_ascii(text.front())) {
            ++width;
            text.remove_prefix(1);
            continue;
        }
        const auto c = first_code_point(text);
        width += width_of(c);
        text.remove_prefix(c.length);
    }
    return width;
}

std::string printable(std::string_view text)
{
    std::string harmless;
    for (;;) {
        const auto shown = shown_part(text);
        harmless += shown;
        if (shown.size() == text.size())
            return harmless;
        const auto c = first_code_point(text.substr(shown.size()));
        harmless += escaped(c.value);
        text.remove_prefix(shown.size() + c.length);
    }
}

std::string cut_to_width(std::string_view text, int columns)
{
    if (columns < 1)
        return {};
    std::size_t fits = 0; // bytes that leave a column for the ellipsis
    int width = 0;
    for (std::size_t place = 0; place < text.size();) {
        const auto cluster = first_cluster(text.substr(place));
        width += cluster.width;
        if (width > columns)
            return std::string(text.substr(0, fits)).append(ellipsis);
        place += cluster.bytes;
        if (width < columns)
            fits = place;
    }
    return std::string(text);
}

} // namespace crm
