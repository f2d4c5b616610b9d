// SPDX-License-Identifier: MIT
#include "crm/base/shell_words.hpp"

#include "crm/base/utf8.hpp"

#include <algorithm>

namespace crm
{

std::string shell_word(std::string_view word)
{
    const auto plain = [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || byte(c) >= 0x80 ||
               std::string_view("-_.,:/%@+=").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::ranges::all_of(word, plain))
        return std::string(word);
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

std::vector<std::string> shell_words(std::string_view text)
{
    std::vector<std::string> words;
    bool inside = false; // of quotes
    bool escaped = false;
    bool begun = false; // a word
    for (const char c : text) {
        if (!inside && !escaped && c == ' ') {
            begun = false;
            continue;
        }
        if (!begun)
            words.emplace_back();
        begun = true;
        if (escaped || (c != '\'' && (inside || c != '\\')))
            words.back() += c;
        else if (c == '\'')
            inside = !inside;
        escaped = !escaped && !inside && c == '\\';
    }
    return words;
}

} // namespace crm
