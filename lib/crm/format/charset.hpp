// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// Bytes in a character set that is called as in mails (`iso-8859-15`, case ignored) as UTF-8. What
/// is no valid text of that set, or of a set that nobody knows, is read as UTF-8 if it is that,
/// else as Windows-1252: a mail is never lost for its declarations. Zero bytes are left out.
std::string from_charset(std::string_view bytes, std::string_view charset);

} // namespace crm
