// SPDX-License-Identifier: MIT
#include "crm/format/html_text.hpp"

#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace crm
{

namespace
{

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> references = {{
    {"amp", "&"},   {"lt", "<"},    {"gt", ">"},    {"quot", "\""}, {"apos", "'"},  {"nbsp", " "},
    {"auml", "ä"},  {"ouml", "ö"},  {"uuml", "ü"},  {"Auml", "Ä"},  {"Ouml", "Ö"},  {"Uuml", "Ü"},
    {"szlig", "ß"}, {"euro", "€"},  {"sect", "§"},  {"ndash", "–"}, {"mdash", "—"}, {"hellip", "…"},
    {"copy", "©"},  {"bdquo", "„"}, {"ldquo", "“"}, {"rdquo", "”"}, {"rsquo", "’"}, {"eacute", "é"},
}};

constexpr std::array<std::string_view, 14> blocks = {"p",  "div", "tr",    "li", "h1", "h2", "h3",
                                                     "h4", "ul",  "table", "ol", "br", "hr", "pre"};
constexpr std::array<std::string_view, 4> unread = {"script", "style", "head", "title"};

bool among(std::string_view name, std::span<const std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

char lower_letter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `&#252;` or `&#xfc;` without `&#` and `;`.
std::optional<std::string> numbered(std::string_view digits)
{
    const int base = digits.starts_with('x') || digits.starts_with('X') ? 16 : 10;
    digits.remove_prefix(base == 16 ? 1 : 0);
    std::uint32_t code = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
    const bool character = code >= 0x20 && code < 0x110000 && (code < 0xd800 || code > 0xdfff);
    if (result.ec != std::errc() || result.ptr != digits.data() + digits.size() || !character)
        return std::nullopt;
    return std::string(Utf8(static_cast<char32_t>(code)).view());
}

class HtmlReader
{
  public:
    explicit HtmlReader(std::string_view html) : rest_(html) {}

    std::string read()
    {
        while (!rest_.empty())
            if (rest_.front() == '<')
                take_tag();
            else if (rest_.front() == '&')
                take_reference();
            else
                take_character();
        return std::string(trim(text_));
    }

  private:
    void skip(std::size_t size) { rest_.remove_prefix(std::min(rest_.size(), size)); }

    void take_tag()
    {
        if (rest_.starts_with("<!--"))
            return skip_past("-->");
        auto name = rest_.substr(1);
        const bool ends = name.starts_with('/');
        name.remove_prefix(ends ? 1 : 0);
        name = name.substr(0, name.find_first_of(" \t\r\n/>"));
        const auto key = lower(name);
        if (key.empty() || !((key[0] >= 'a' && key[0] <= 'z') || key[0] == '!' || key[0] == '?'))
            return take_character(); // "a < b"
        skip_past(">");
        if (!ends && among(key, unread)) {
            skip_past("</" + key);
            skip_past(">");
        }
        if (among(key, blocks))
            break_line();
        else if (key == "td" || key == "th")
            blank_ = true;
    }

    /// The end of an element is searched for without case; without one all the rest is skipped.
    void skip_past(std::string_view end)
    {
        const auto found =
            std::search(rest_.begin(), rest_.end(), end.begin(), end.end(),
                        [](char a, char b) { return lower_letter(a) == lower_letter(b); });
        skip(static_cast<std::size_t>(found - rest_.begin()) + end.size());
    }

    void take_reference()
    {
        const auto end = rest_.substr(0, 12).find(';');
        const auto name = end == rest_.npos ? std::string_view() : rest_.substr(1, end - 1);
        std::optional<std::string> value;
        if (name.starts_with('#'))
            value = numbered(name.substr(1));
        else if (const auto known =
                     std::ranges::find(references, name, &decltype(references)::value_type::first);
                 known != references.end())
            value = std::string(known->second);
        if (!value)
            return take_character();
        put(*value);
        skip(end + 1);
    }

    void take_character()
    {
        const char c = rest_.front();
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            blank_ = true;
        else
            put(rest_.substr(0, 1));
        skip(1);
    }

    void put(std::string_view text)
    {
        if (blank_ && !text_.empty() && !text_.ends_with('\n'))
            text_ += ' ';
        blank_ = false;
        text_ += text;
    }

    void break_line()
    {
        if (!text_.empty() && !text_.ends_with("\n\n"))
            text_ += '\n';
        blank_ = false;
    }

    std::string_view rest_;
    std::string text_;
    bool blank_ = false; ///< white space was read and not yet written
};

} // namespace

std::string html_text(std::string_view html)
{
    return HtmlReader(html).read();
}

} // namespace crm
