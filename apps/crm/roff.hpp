// SPDX-License-Identifier: MIT
#pragma once

#include "crm/prose.hpp"

#include <string>
#include <string_view>

namespace crm
{

// Text for groff and mandoc in the man macros, see man(7). Everything they would take for an order
// is escaped, letters beyond ASCII are named, so that no locale matters.

/// Plain text.
std::string roff_text(std::string_view text);
/// Text with `words to be typed` between backticks, which become bold.
std::string roff_marked(std::string_view text);
std::string roff_bold(std::string_view text);
std::string roff_italic(std::string_view text);
/// A paragraph, item or example.
std::string roff_block(const ProseBlock& block);
/// A term and its explanation.
std::string roff_term(const std::string& term, std::string_view text);

} // namespace crm
