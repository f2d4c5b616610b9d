// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/written.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

/// What the words of a letter may name, as in {{term}}; see man/prose/crm-openitems.md.
std::span<const std::string_view> letter_keys();

/// The names of the templates of a level: "reminder-2.de.txt".
std::string letter_template_name(int level, Language language);

/// The words of letters by the name of their template: the first line is the title, a line of
/// {{items}} alone is where the table stands.
class LetterWords
{
  public:
    /// Those of `level` up to `levels` that the user has written in a folder take the place of
    /// ours. Throws io for a folder that cannot be read, rejected for a template with a mistake.
    LetterWords(int levels, const std::string& folder);

    [[nodiscard]] const std::string& of(int level, Language language) const;

    /// By name.
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const
    {
        return texts_;
    }

  private:
    std::map<std::string, std::string, std::less<>> texts_;
};

} // namespace crm
