// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// Appends `text` as a JSON string with its quotes. Every character is kept; bytes that are not
/// UTF-8 become U+FFFD, because JSON cannot hold them.
void append_json_string(std::string& out, std::string_view text);

} // namespace crm
