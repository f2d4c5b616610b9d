// SPDX-License-Identifier: MIT
#pragma once

#include <istream>
#include <string>
#include <vector>

namespace crm
{

/// A piece of the manual that people write, see man/prose/README.md for how.
struct ProseBlock {
    enum class Kind { paragraph, item, example };
    Kind kind = Kind::paragraph;
    std::string text; ///< lines, separated by line breaks
};

struct ProseSection {
    std::string title;    ///< "DESCRIPTION", or a command without "crm": "contact list"
    bool of_verb = false; ///< belongs to a command (`##`) and not to the page (`#`)
    std::vector<ProseBlock> blocks;
};

/// Reads one page of prose; text before the first heading is an error (rejected).
std::vector<ProseSection> read_prose(std::istream& in);

} // namespace crm
