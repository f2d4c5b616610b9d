// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/format/charset.hpp"
#include "crm/format/html_text.hpp"
#include "crm/format/mail.hpp"
#include "crm/format/mail_header.hpp"
#include "crm/format/mail_transfer.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr int deepest_nesting = 20;

/// The texts of a message, the first of each kind.
struct Texts {
    std::optional<std::string> plain;
    std::optional<std::string> html;
};

std::string decoded_body(const MailPart& part, const MailValue& type)
{
    const auto encoding = lower(trim(part.field("content-transfer-encoding")));
    std::string bytes;
    if (encoding == "base64")
        bytes = decode_base64(part.body);
    else if (encoding == "quoted-printable")
        bytes = decode_mail_quoted(part.body);
    else
        bytes = part.body;
    return from_charset(bytes, type.parameter("charset"));
}

bool is_attachment(const MailPart& part)
{
    return parse_mail_value(part.field("content-disposition")).value == "attachment";
}

void read_part(const MailPart& part, Texts& texts, int depth);

/// Calls the parts between the lines that begin with "--" and the boundary (RFC 2046 5.1).
void read_parts(std::string_view body, std::string_view boundary, Texts& texts, int depth)
{
    const auto mark = std::string("--").append(boundary);
    std::optional<std::size_t> begin; // of the part that is open
    for (std::size_t line = 0; line < body.size();) {
        const auto line_end = std::min(body.find('\n', line), body.size() - 1) + 1;
        if (body.substr(line, mark.size()) == mark) {
            if (begin)
                read_part(split_part(body.substr(*begin, line - *begin)), texts, depth);
            begin = line_end;
            if (body.substr(line + mark.size(), 2) == "--")
                return;
        }
        line = line_end;
    }
    if (begin) // cut off
        read_part(split_part(body.substr(*begin)), texts, depth);
}

void read_part(const MailPart& part, Texts& texts, int depth)
{
    const auto type = parse_mail_value(part.field("content-type"));
    if (depth > deepest_nesting || is_attachment(part))
        return;
    if (type.value.starts_with("multipart/")) {
        if (const auto boundary = type.parameter("boundary"); !boundary.empty())
            read_parts(part.body, boundary, texts, depth + 1);
    } else if (type.value == "text/html") {
        if (!texts.html)
            texts.html = html_text(decoded_body(part, type));
    } else if (type.value.empty() || type.value == "text/plain") {
        if (!texts.plain)
            texts.plain = decoded_body(part, type);
    }
}

/// Lines end in "\n" alone and have no blanks before it; empty lines around the text go.
std::string tidy(std::string_view text)
{
    std::string lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
            line.remove_suffix(1);
        lines.append(line).append("\n");
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return std::string(trim(lines));
}

/// One line: folding leaves tabs and several blanks behind.
std::string one_line(const std::string& text)
{
    std::string line;
    for (const char c : trim(text)) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank)
            line += c;
        else if (!line.ends_with(' '))
            line += ' ';
    }
    return line;
}

std::string without_brackets(std::string_view text)
{
    const auto begin = text.find('<');
    if (begin != text.npos)
        text = text.substr(begin + 1, text.find('>', begin) - begin - 1);
    return std::string(trim(text));
}

} // namespace

Mail read_mail(std::string_view message)
{
    // A mailbox file begins each message with a line of its own.
    if (message.starts_with("From "))
        message.remove_prefix(std::min(message.find('\n'), message.size() - 1) + 1);
    const auto part = split_part(message);
    Mail mail;
    mail.from = parse_addresses(part.field("from"));
    if (mail.from.empty())
        mail.from = parse_addresses(part.field("sender"));
    mail.to = parse_addresses(part.field("to"));
    mail.cc = parse_addresses(part.field("cc"));
    if (mail.from.empty() && mail.to.empty() && mail.cc.empty())
        throw error(ErrorKind::rejected, "this is no e-mail: it has neither sender nor recipient")
            .with_hint("give a message as a mail program saves it, an .eml file");
    mail.message_id = from_charset(without_brackets(part.field("message-id")), "");
    mail.date = one_line(decode_words(part.field("date")));
    mail.sent = parse_mail_date(part.field("date"));
    mail.subject = one_line(decode_words(part.field("subject")));
    Texts texts;
    read_part(part, texts, 0);
    mail.text = tidy(texts.plain && !trim(*texts.plain).empty() ? *texts.plain
                     : texts.html                               ? *texts.html
                                                                : "");
    return mail;
}

} // namespace crm
