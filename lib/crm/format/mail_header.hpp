// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

// The headers of a mail and of its parts.

/// Unfolded fields by their names in lower case, each the first of its name, and the body.
struct MailPart {
    std::vector<std::pair<std::string, std::string>> fields;
    std::string_view body;

    /// The value of a field; empty if there is none.
    [[nodiscard]] std::string_view field(std::string_view name) const;
};

/// Cuts a message or part at the first empty line. A line that is no field ends the header, too.
MailPart split_part(std::string_view part);

/// A value with parameters: `text/plain; charset=utf-8`.
struct MailValue {
    std::string value; ///< in lower case
    std::map<std::string, std::string> parameters;

    [[nodiscard]] std::string_view parameter(const std::string& name) const;
};

/// Comments are left out; of RFC 2231's continuations the plain ones are joined.
MailValue parse_mail_value(std::string_view text);

/// Encoded words (RFC 2047) decoded, in every place where mail programs put them.
std::string decode_words(std::string_view text);

/// The addresses of a list, without names and comments, in lower case; groups give their members.
std::vector<std::string> parse_addresses(std::string_view text);

/// `Tue, 30 Jun 2026 14:05:09 +0200`, with the obsolete zones and without the weekday or seconds;
/// nothing if it is no date.
std::optional<std::chrono::sys_seconds> parse_mail_date(std::string_view text);

} // namespace crm
