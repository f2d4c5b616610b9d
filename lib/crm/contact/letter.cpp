// SPDX-License-Identifier: MIT
#include "crm/contact/letter.hpp"

#include "crm/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

enum class Form { unknown, man, woman };

struct SalutationWord {
    std::string_view word; ///< lower case, without the dot
    Form form;
    bool german;
};

constexpr std::array<SalutationWord, 12> salutation_words = {{
    {"herr", Form::man, true},
    {"herrn", Form::man, true},
    {"hr", Form::man, true},
    {"frau", Form::woman, true},
    {"fr", Form::woman, true},
    {"frl", Form::woman, true},
    {"mr", Form::man, false},
    {"ms", Form::woman, false},
    {"mrs", Form::woman, false},
    {"miss", Form::woman, false},
    {"sir", Form::man, false},
    {"madam", Form::woman, false},
}};

const SalutationWord* known(std::string_view salutation)
{
    auto word = lower(trim(salutation));
    if (word.ends_with('.'))
        word.pop_back();
    const auto* found = std::ranges::find(salutation_words, word, &SalutationWord::word);
    return found == salutation_words.end() ? nullptr : found;
}

/// "Prof. Dr." of "Prof. Dr.-Ing. Dipl.-Phys.": a degree is written, but not spoken.
std::string spoken_title(std::string_view title)
{
    std::string spoken;
    while (!title.empty()) {
        const auto end = std::min(title.find(' '), title.size());
        const auto word = title.substr(0, end);
        title.remove_prefix(std::min(end + 1, title.size()));
        const auto small = lower(word);
        if (small.starts_with("prof") || small == "dr" || small.starts_with("dr.") ||
            small.starts_with("dr-"))
            spoken.append(spoken.empty() ? "" : " ").append(word);
    }
    return spoken;
}

std::string in_german(const Addressee& who, Form form)
{
    const auto title = spoken_title(who.title);
    const auto* blank = title.empty() ? "" : " ";
    switch (form) {
    case Form::man:
        return fmt::format("Sehr geehrter Herr {}{}{}", title, blank, who.family_name);
    case Form::woman:
        return fmt::format("Sehr geehrte Frau {}{}{}", title, blank, who.family_name);
    case Form::unknown:
        break;
    }
    return fmt::format("Guten Tag {}{}{}{}{}", title, blank, who.given_name,
                       who.given_name.empty() ? "" : " ", who.family_name);
}

/// A title takes the place of Mr and Ms.
std::string in_english(const Addressee& who, Form form)
{
    const auto title = spoken_title(who.title);
    if (!title.empty())
        return fmt::format("Dear {} {}", title, who.family_name);
    switch (form) {
    case Form::man:
        return fmt::format("Dear Mr {}", who.family_name);
    case Form::woman:
        return fmt::format("Dear Ms {}", who.family_name);
    case Form::unknown:
        break;
    }
    return fmt::format("Dear {}{}{}", who.given_name, who.given_name.empty() ? "" : " ",
                       who.family_name);
}

} // namespace

std::string letter_salutation(const Addressee& who)
{
    const auto* word = known(who.salutation);
    const bool german =
        who.language.empty() ? word == nullptr || word->german : who.language == "de";
    if (who.family_name.empty())
        return german ? "Sehr geehrte Damen und Herren" : "Dear Sir or Madam";
    const auto form = word == nullptr ? Form::unknown : word->form;
    return german ? in_german(who, form) : in_english(who, form);
}

} // namespace crm
