// SPDX-License-Identifier: MIT
#include "crm/mailing/message_template.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <algorithm>
#include <utility>

namespace crm
{

namespace
{

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view take_line(std::string_view& text)
{
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// Where a header goes; null for a word that is none.
std::string MessageTemplate::*member_of(std::string_view name)
{
    const auto key = lower(trim(name));
    return key == "subject"    ? &MessageTemplate::subject
           : key == "from"     ? &MessageTemplate::from
           : key == "reply-to" ? &MessageTemplate::reply_to
                               : nullptr;
}

/// The headers, up to the empty line; returns the number of the next one.
int take_headers(std::string_view& file, MessageTemplate& result)
{
    std::string MessageTemplate::*last = nullptr;
    int number = 1;
    for (; !file.empty(); ++number) {
        const auto line = take_line(file);
        if (trim(line).empty())
            return number + 1;
        if (last != nullptr && (line.front() == ' ' || line.front() == '\t')) {
            (result.*last).append(" ").append(trim(line));
            continue;
        }
        const auto colon = std::min(line.find(':'), line.size());
        last = member_of(line.substr(0, colon));
        if (last == nullptr || colon == line.size())
            throw error(ErrorKind::usage, "'{}' is no header of a template", line.substr(0, colon))
                .with_hint("one of: Subject, From, Reply-To; an empty line ends them");
        result.*last = trim(line.substr(colon + 1));
        if (last == &MessageTemplate::subject)
            result.subject_line = number;
    }
    return number;
}

bool begins_html(std::string_view line)
{
    const auto start = lower(trim(line).substr(0, 9));
    return start.starts_with("<html") || start.starts_with("<!doctype");
}

/// The text, and from its first line on the HTML.
void take_parts(std::string_view file, int number, MessageTemplate& result)
{
    result.text_line = number;
    bool html = false;
    for (; !file.empty(); ++number) {
        const auto line = take_line(file);
        if (!html && begins_html(line)) {
            html = true;
            result.html_line = number;
        }
        (html ? result.html : result.text).append(line).append("\n");
    }
    const auto text = trim(result.text);
    const auto skipped = std::string_view(result.text)
                             .substr(0, static_cast<std::size_t>(text.data() - result.text.data()));
    result.text_line += static_cast<int>(std::ranges::count(skipped, '\n'));
    result.text = std::string(text);
}

void append_escaped(std::string& html, std::string_view text)
{
    for (const char c : text)
        html += c == '&'    ? std::string("&amp;")
                : c == '<'  ? std::string("&lt;")
                : c == '>'  ? std::string("&gt;")
                : c == '"'  ? std::string("&quot;")
                : c == '\'' ? std::string("&#39;")
                            : std::string(1, c);
}

/// The length of a web or mail address that a text begins with, 0 if it begins with none. What ends
/// a sentence is no part of it.
std::size_t link_size(std::string_view text)
{
    if (!text.starts_with("https://") && !text.starts_with("http://") &&
        !text.starts_with("mailto:"))
        return 0;
    auto size = std::min(text.find_first_of(" \t\r\n<>\""), text.size());
    while (size > 0 && std::string_view(".,;:!?)").find(text[size - 1]) != std::string_view::npos)
        --size;
    return size;
}

void append_line(std::string& html, std::string_view line)
{
    while (!line.empty()) {
        const auto size = link_size(line);
        if (size == 0) {
            append_escaped(html, line.substr(0, 1));
            line.remove_prefix(1);
            continue;
        }
        const auto link = line.substr(0, size);
        html += "<a href=\"";
        append_escaped(html, link);
        html += "\">";
        append_escaped(html, link);
        html += "</a>";
        line.remove_prefix(size);
    }
}

} // namespace

MessageTemplate parse_message_template(std::string_view file)
{
    if (file.starts_with(byte_order_mark))
        file.remove_prefix(byte_order_mark.size());
    if (!is_valid_utf8(file))
        throw error(ErrorKind::usage, "the template is not UTF-8");
    MessageTemplate result;
    int number = 1;
    const auto first = file.substr(0, file.find('\n'));
    if (const auto colon = first.find(':');
        colon != first.npos && member_of(first.substr(0, colon)) != nullptr)
        number = take_headers(file, result);
    take_parts(file, number, result);
    if (result.text.empty() && result.html.empty())
        throw error(ErrorKind::usage, "the template has no text")
            .with_hint("headers, an empty line, the text, and from a line '<html>' on the HTML");
    if (result.subject.empty())
        throw error(ErrorKind::rejected, "the template has no subject")
            .with_hint("it begins with a line 'Subject: ...' and an empty line");
    return result;
}

std::string html_of_text(std::string_view text)
{
    std::string html = "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n";
    bool open = false; // a paragraph
    while (!text.empty()) {
        const auto line = take_line(text);
        if (trim(line).empty()) {
            html += open ? "</p>\n" : "";
            open = false;
            continue;
        }
        html += open ? "<br>\n" : "<p>";
        open = true;
        append_line(html, line);
    }
    return html.append(open ? "</p>\n" : "").append("</body>\n</html>\n");
}

} // namespace crm
