// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// A message with keys in place of what differs from recipient to recipient; a part that the file
/// does not have is empty.
struct MessageTemplate {
    std::string subject;
    std::string from;
    std::string reply_to;
    std::string text;
    std::string html;
    // On which lines of the file they begin.
    int subject_line = 1;
    int text_line = 1;
    int html_line = 1;
};

/// Reads the file of a template, UTF-8:
///
///     Subject: Neues für {{company}}
///     From: Eva Meier <eva@firma.example>
///
///     {{letter_salutation}},
///     …
///     <html>
///     …
///     </html>
///
/// Headers (Subject, From, Reply-To) and an empty line; then the text; then, from a line on that
/// begins with `<html` or `<!doctype`, the HTML. Throws usage for another header and for a file
/// with neither text nor HTML, rejected for one without a subject.
MessageTemplate parse_message_template(std::string_view file);

/// A page of HTML that says the same as a plain text: paragraphs, lines, and web addresses that can
/// be clicked.
std::string html_of_text(std::string_view text);

} // namespace crm
