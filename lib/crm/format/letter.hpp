// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/written.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

/// What surrounds the words of every business letter (DIN 5008).
struct LetterFrame {
    Language language = Language::german;
    std::string title;
    std::vector<std::string> sender;    ///< the lines of its address, name first
    std::vector<std::string> recipient; ///< those of the window
    /// Number, date and references, each with its name.
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<std::string> foot;
};

/// One page of HTML that prints on one clean sheet of A4 with the address in the window, around a
/// body that is HTML.
std::string letter_html(const LetterFrame& frame, std::string body);
/// The same in 78 columns, around a body of whole lines.
std::string letter_text(const LetterFrame& frame, std::string_view body);

} // namespace crm
