// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

// How mails carry bytes (RFC 2045, section 6). What is broken is read as far as it goes.

std::string decode_base64(std::string_view text);
/// In an encoded word of a header (RFC 2047) `_` is a blank.
std::string decode_mail_quoted(std::string_view text, bool in_word = false);

/// A text as quoted-printable lines of at most 76 characters that end in CRLF, the last one, too.
/// Any of its line breaks, "\n", "\r\n" or "\r", is one. What could be taken for the beginning of
/// a message ("From ", a single dot) or for a boundary does not occur.
std::string encode_mail_quoted(std::string_view text);
/// The bytes as `=C3=BC`.
std::string hex_codes(std::string_view bytes);

} // namespace crm
