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

// The same the other way round.

/// A point of time as `Tue, 30 Jun 2026 14:05:09 +0200`, shown so many minutes east of Greenwich.
std::string mail_date(std::chrono::sys_seconds time, int offset);

/// One line for a header: line breaks, tabs and other control characters become blanks, several
/// blanks one, and none are left around it. So no value can begin a field of its own.
std::string header_text(std::string_view text);

/// A whole field with free text: plain where that is possible, else as encoded words, folded so
/// that no line is longer than 76 characters.
std::string mail_field(std::string_view name, std::string_view text);

/// Somebody with a name, which may be empty.
struct MailAddress {
    std::string name;
    std::string address;
};

/// Reads `Eva Meier <eva@firma.example>`, the name with or without quotes, or the address alone.
MailAddress parse_mail_address(std::string_view text);

/// A whole field with an address, which must be one of writable_address().
std::string mail_field(std::string_view name, const MailAddress& who);

/// An address as a header takes it, its domain in ASCII (UTS 46); nothing for one that no header
/// can hold, such as with an umlaut before the @.
std::optional<std::string> writable_address(std::string_view address);

} // namespace crm
