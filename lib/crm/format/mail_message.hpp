// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/mail_header.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// An e-mail to be sent, in UTF-8.
struct MailMessage {
    MailAddress from;
    std::optional<MailAddress> reply_to;
    MailAddress to;
    std::string subject;
    std::string text;
    std::string html;
    std::string message_id; ///< without angle brackets; the only one of its kind
    std::chrono::sys_seconds sent;
    int offset = 0;                       ///< of local time, in minutes east of Greenwich
    std::vector<std::string> unsubscribe; ///< addresses of RFC 2369: mailto: and https:
};

/// The message as RFC 5322 wants it: the text and, as the better alternative, the HTML (RFC 2046
/// 5.1.4), 7 bits a byte, lines of at most 76 characters ended by CRLF. With an https: address one
/// click unsubscribes (RFC 8058). No value can begin a field or part of its own, whatever it
/// contains. Throws rejected for an address that no header can hold.
std::string write_mail(const MailMessage& message);

} // namespace crm
