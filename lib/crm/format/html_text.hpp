// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// What a person reads of an HTML page: without tags, scripts and styles, blocks on lines of their
/// own, white space as a browser shows it, character references resolved. UTF-8 in and out.
std::string html_text(std::string_view html);

} // namespace crm
