// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// The text with control characters made visible and without the two characters that XML does not
/// know: what remains may stand in HTML and SVG once it is escaped.
std::string markup_text(std::string_view text);

} // namespace crm
