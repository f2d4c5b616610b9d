// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// An e-mail, as far as a log wants to know it.
struct Mail {
    std::string message_id; ///< without its angle brackets; empty if it has none
    std::string date;       ///< as it is written; empty if it has none
    std::optional<std::chrono::sys_seconds> sent; ///< if the date can be read
    std::vector<std::string> from;                ///< addresses alone, in lower case
    std::vector<std::string> to;
    std::vector<std::string> cc;
    std::string subject; ///< one line
    std::string text;    ///< of the first text/plain part, else of the first text/html one
};

/// Reads a message (RFC 5322) with its MIME parts (RFC 2045 to 2047, 2231), as mail programs save
/// it. What is broken is read as far as it goes. Throws rejected for what has no header of a mail
/// at all.
Mail read_mail(std::string_view message);

} // namespace crm
