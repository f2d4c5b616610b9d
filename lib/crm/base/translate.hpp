// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>
#include <libintl.h>

#include <string>
#include <utility>

namespace crm
{

/// The sentence in the user's language. Only for what people read: keys, machine formats and exit
/// codes are never translated.
inline const char* tr(const char* msgid)
{
    return dgettext("crm", msgid);
}

/// Translates a format string, checked at compile time in its English form, and fills it in.
template<class... Args>
std::string format(fmt::format_string<Args...> msgid, Args&&... args)
{
    const fmt::string_view text = msgid;
    return fmt::vformat(tr(text.data()), fmt::make_format_args(args...));
}

} // namespace crm
