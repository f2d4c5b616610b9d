// SPDX-License-Identifier: MIT
#include "crm/mailing/message_footer.hpp"

#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"
#include "crm/format/html_text.hpp"
#include "crm/format/template.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 3> footer_keys = {"sender", "words", "unsubscribe"};

const Template& text_footer()
{
    static const Template footer(
        "\n\n-- \n{{#sender}}{{sender}}\n{{/sender}}{{#unsubscribe}}{{words}}: {{unsubscribe}}\n"
        "{{/unsubscribe}}",
        TemplateKind::plain, footer_keys);
    return footer;
}

const Template& html_footer()
{
    static const Template footer(
        "<hr>\n<p><small>{{#sender}}{{sender}}{{/sender}}{{#unsubscribe}}{{#sender}}<br>\n"
        "{{/sender}}<a href=\"{{unsubscribe}}\">{{words}}</a>{{/unsubscribe}}</small></p>\n",
        TemplateKind::html, footer_keys);
    return footer;
}

/// The link as it stands in HTML.
std::string escaped(std::string_view link)
{
    static const Template value("{{unsubscribe}}", TemplateKind::html, footer_keys);
    return value.render(TemplateValues().set("unsubscribe", std::string(link)));
}

TemplateValues footer_values(Language language)
{
    return TemplateValues().set("words", language == Language::german ? "Keine Werbung mehr"
                                                                      : "Unsubscribe");
}

/// Before the tag that ends the body, else the end.
std::size_t body_end(std::string_view html)
{
    constexpr std::string_view tag = "</body";
    const auto found = std::find_end(html.begin(), html.end(), tag.begin(), tag.end(),
                                     [](char a, char b) { return ascii_lower(a) == b; });
    return static_cast<std::size_t>(found - html.begin());
}

/// Where a line ends does not matter.
std::string in_one_line(std::string_view text)
{
    std::string line;
    while (!(text = trim(text)).empty()) {
        const auto end = std::min(text.find_first_of(" \t\r\n"), text.size());
        line.append(line.empty() ? "" : " ").append(text.substr(0, end));
        text.remove_prefix(end);
    }
    return line;
}

std::string without_comments(std::string_view html)
{
    std::string seen;
    while (!html.empty()) {
        const auto begin = html.find("<!--");
        seen += html.substr(0, begin);
        const auto end = begin == html.npos ? begin : html.find("-->", begin);
        html = end == html.npos ? std::string_view() : html.substr(end);
    }
    return seen;
}

/// Whether the HTML leads to an address: by a link that can be clicked, or in words.
bool leads_to(std::string_view html, std::string_view link)
{
    const auto seen = without_comments(html);
    for (const auto& target : {std::string(link), escaped(link)})
        for (const char* before : {"href=\"", "href='", "href="})
            if (seen.find(before + target) != seen.npos)
                return true;
    return html_text(html).find(link) != std::string::npos;
}

} // namespace

MessageFooter::MessageFooter(std::vector<std::string> sender)
    : lines_(std::move(sender)), sender_(joined(lines_, " · "))
{
    for (auto& line : lines_)
        line = in_one_line(line);
}

bool MessageFooter::names_sender(std::string_view text) const
{
    const auto words = in_one_line(text);
    return std::ranges::all_of(lines_,
                               [&](const auto& line) { return words.find(line) != words.npos; });
}

void MessageFooter::complete_text(std::string& text, std::string_view link, Language language) const
{
    auto values = footer_values(language);
    const bool named = names_sender(text);
    const bool linked = text.find(link) != text.npos;
    if (!named)
        values.set("sender", sender_);
    if (!linked)
        values.set("unsubscribe", std::string(link));
    if (!named || !linked)
        text += text_footer().render(values);
}

void MessageFooter::complete_html(std::string& html, std::string_view link, Language language) const
{
    auto values = footer_values(language);
    const bool named = names_sender(html_text(html));
    const bool linked = leads_to(html, link);
    if (!named)
        values.set("sender", sender_);
    if (!linked)
        values.set("unsubscribe", std::string(link));
    if (!named || !linked)
        html.insert(body_end(html), html_footer().render(values));
}

} // namespace crm
