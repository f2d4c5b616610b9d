// SPDX-License-Identifier: MIT
#include "crm/format/mail_message.hpp"

#include "crm/base/error.hpp"
#include "crm/format/mail_transfer.hpp"

#include <algorithm>

namespace crm
{

namespace
{

// In quoted-printable a '=' is followed by two digits or the line's end, never by '_'.
constexpr std::string_view boundary = "=_crm_alternative";

std::string address_field(std::string_view name, const MailAddress& who)
{
    const auto address = writable_address(who.address);
    if (!address)
        throw error(ErrorKind::rejected, "'{}' cannot be the address of an e-mail", who.address);
    return mail_field(name, MailAddress{who.name, *address});
}

/// `<mailto:...>, <https://...>`: an address is never folded, but between two of them a line ends.
std::string unsubscribe_fields(const std::vector<std::string>& addresses)
{
    std::string list;
    bool one_click = false;
    for (const auto& address : addresses) {
        const auto plain = [](char c) { return c > ' ' && c <= '~' && c != '<' && c != '>'; };
        if (!std::ranges::all_of(address, plain))
            throw error(ErrorKind::rejected, "'{}' is no address to unsubscribe at", address);
        list.append(list.empty() ? " <" : ",\r\n <").append(address).append(">");
        one_click |= address.starts_with("https:");
    }
    if (list.empty())
        return "";
    return "List-Unsubscribe:" + list + "\r\n" +
           (one_click ? "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" : "");
}

std::string part(std::string_view type, std::string_view text)
{
    return fmt::format("--{}\r\nContent-Type: {}; charset=utf-8\r\n"
                       "Content-Transfer-Encoding: quoted-printable\r\n\r\n{}",
                       boundary, type, encode_mail_quoted(text));
}

} // namespace

std::string write_mail(const MailMessage& message)
{
    std::string mail = mail_field("Date", mail_date(message.sent, message.offset));
    mail += address_field("From", message.from);
    if (message.reply_to)
        mail += address_field("Reply-To", *message.reply_to);
    mail += address_field("To", message.to);
    mail += mail_field("Subject", message.subject);
    mail += "Message-ID: <" + header_text(message.message_id) + ">\r\n"; // is never folded
    mail += unsubscribe_fields(message.unsubscribe);
    mail += fmt::format("MIME-Version: 1.0\r\n"
                        "Content-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n",
                        boundary);
    mail += part("text/plain", message.text);
    mail += part("text/html", message.html);
    return mail.append("--").append(boundary).append("--\r\n");
}

} // namespace crm
