// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace crm
{

/// The delimiter that a first line `sep=;` names, as Excel writes and obeys it, and how much text
/// that line takes without its line end.
struct SepLine {
    char delimiter;
    std::size_t size;
};

/// Nothing if the text does not begin with such a line.
std::optional<SepLine> find_sep_line(std::string_view text);

/// Which of `;` `,` tab cuts the most records into as many cells as the header; then the one that
/// makes more cells. A comma if none makes two. Looks at the first 64 KiB of the text; a shorter
/// one is taken for the whole file.
char guess_delimiter(std::string_view text);

} // namespace crm
