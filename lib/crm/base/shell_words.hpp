// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// A word as a POSIX shell reads it, in quotes where it needs them: `Köln`, `'Bad Homburg'`.
std::string shell_word(std::string_view word);

/// The words of a text in which each was written by shell_word(), with blanks between them.
std::vector<std::string> shell_words(std::string_view text);

} // namespace crm
