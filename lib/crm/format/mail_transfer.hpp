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

} // namespace crm
