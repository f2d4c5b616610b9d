// SPDX-License-Identifier: MIT
#include "crm/format/mail_header.hpp"

#include "crm/base/text.hpp"

#include <algorithm>

namespace crm
{

namespace
{

bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The next line without its end; `text` is what follows.
std::string_view next_line(std::string_view& text)
{
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// The place of the colon behind a field's name; npos if the line is no field (RFC 5322, 2.2).
std::size_t name_end(std::string_view line)
{
    const auto colon = line.find(':');
    const auto name = trim(line.substr(0, colon));
    const bool plain =
        std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~' && c != ':'; });
    return colon != line.npos && !name.empty() && plain ? colon : line.npos;
}

/// Takes a quoted string, its backslashes resolved, off the front; the quote is its first
/// character.
std::string take_quoted(std::string_view& text)
{
    std::string content;
    text.remove_prefix(1);
    while (!text.empty() && text.front() != '"') {
        if (text.front() == '\\' && text.size() > 1)
            text.remove_prefix(1);
        content += text.front();
        text.remove_prefix(1);
    }
    text.remove_prefix(std::min<std::size_t>(text.size(), 1));
    return content;
}

/// Takes a comment in parentheses, which may hold others, off the front.
void drop_comment(std::string_view& text)
{
    int depth = 0;
    while (!text.empty()) {
        const char c = text.front();
        if (c == '\\' && text.size() > 1)
            text.remove_prefix(1);
        text.remove_prefix(1);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0)
            return;
    }
}

/// Takes what stands before one of `ends` off the front, quotes and comments resolved.
std::string take_until(std::string_view& text, std::string_view ends)
{
    std::string content;
    while (!text.empty() && ends.find(text.front()) == ends.npos) {
        if (text.front() == '"')
            content += take_quoted(text);
        else if (text.front() == '(')
            drop_comment(text);
        else {
            content += text.front();
            text.remove_prefix(1);
        }
    }
    return std::string(trim(content));
}

} // namespace

std::string_view MailPart::field(std::string_view name) const
{
    const auto found = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

MailPart split_part(std::string_view part)
{
    MailPart result;
    auto rest = part;
    while (!rest.empty()) {
        auto after = rest;
        const auto line = next_line(after);
        if (line.empty()) {
            rest = after;
            break;
        }
        const auto colon = name_end(line);
        if (is_blank(line.front()) && !result.fields.empty())
            result.fields.back().second.append(line);
        else if (colon != line.npos)
            result.fields.emplace_back(lower(trim(line.substr(0, colon))), line.substr(colon + 1));
        else
            break; // a program has forgotten the empty line
        rest = after;
    }
    result.body = rest;
    return result;
}

std::string_view MailValue::parameter(const std::string& name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

MailValue parse_mail_value(std::string_view text)
{
    MailValue result;
    result.value = lower(take_until(text, ";"));
    while (!text.empty()) {
        text.remove_prefix(1);
        auto name = lower(take_until(text, "=;"));
        if (!text.starts_with('='))
            continue;
        text.remove_prefix(1);
        const auto value = take_until(text, ";");
        name = name.substr(0, name.find('*')); // name*0, name*1: pieces in their order
        if (!name.empty())
            result.parameters[name] += value;
    }
    return result;
}

std::vector<std::string> parse_addresses(std::string_view text)
{
    std::vector<std::string> addresses;
    while (!text.empty()) {
        auto address = take_until(text, "<,;:");
        const char end = text.empty() ? ',' : text.front();
        text.remove_prefix(std::min<std::size_t>(text.size(), 1));
        if (end == ':') // the name of a group
            continue;
        if (end == '<') {
            address = take_until(text, ">");
            address = address.substr(address.rfind(':') + 1); // an obsolete route
            take_until(text, ",;");
            text.remove_prefix(std::min<std::size_t>(text.size(), 1));
        }
        std::erase_if(address, is_blank);
        if (address.find('@') != address.npos)
            addresses.push_back(lower(address));
    }
    return addresses;
}

} // namespace crm
