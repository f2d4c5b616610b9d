// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/purpose.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::size_t shortest_part = 6; // a shorter number begins many others

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// As a capital, if it is a letter or digit; else 0.
char capital(char c)
{
    if (c >= 'a' && c <= 'z')
        return static_cast<char>(c - 'a' + 'A');
    return (c >= 'A' && c <= 'Z') || is_digit(c) ? c : '\0';
}

/// Whether a number can be told from other words: it is long, or has letters and digits.
bool tells(std::string_view number)
{
    const bool digits = std::ranges::any_of(number, is_digit);
    const bool only_digits = std::ranges::all_of(number, is_digit);
    return number.size() >= shortest_number || (digits && !only_digits);
}

/// Whether a mention lies inside of a longer word.
bool inside(const Mention& mention, const Mention& word)
{
    return word.length > mention.length && word.start <= mention.start &&
           mention.start + mention.length <= word.start + word.length;
}

} // namespace

Purpose::Purpose(std::string_view text)
{
    bool apart = true;
    for (const char c : text) {
        const char letter = capital(c);
        if (letter != '\0') {
            const bool digits = !apart && is_digit(letter) && is_digit(letters_.back());
            joints_.push_back(apart ? Naming::word : digits ? Naming::part : Naming::glued);
            letters_ += letter;
        }
        apart = letter == '\0';
    }
}

Naming Purpose::naming(std::size_t start, std::size_t length) const
{
    const auto before = joints_[start];
    const auto after = start + length < joints_.size() ? joints_[start + length] : Naming::word;
    if (before == Naming::part || (before == Naming::glued && after == Naming::part))
        return Naming::none;
    return std::min(before, after);
}

bool Purpose::says(std::string_view number) const
{
    const std::string_view letters = letters_;
    for (auto start = letters.find(number); start != std::string_view::npos;
         start = letters.find(number, start + 1))
        if (naming(start, number.size()) == Naming::word)
            return true;
    return false;
}

std::string compressed(std::string_view text)
{
    std::string letters;
    for (const char c : text)
        if (const char letter = capital(c); letter != '\0')
            letters += letter;
    return letters;
}

void NumberTable::add(std::string_view number, std::size_t place)
{
    if (!tells(number))
        return;
    places_.emplace(number, place);
    const auto same = std::ranges::lower_bound(lengths_, number.size());
    if (same == lengths_.end() || *same != number.size())
        lengths_.insert(same, number.size());
}

std::vector<Mention> NumberTable::in(const Purpose& purpose) const
{
    const auto letters = purpose.letters();
    std::vector<Mention> found;
    std::vector<Mention> words; // each place of the text once
    for (const auto length : lengths_)
        for (std::size_t start = 0; start + length <= letters.size(); ++start) {
            auto [known, end] = places_.equal_range(letters.substr(start, length));
            const auto naming = known == end ? Naming::none : purpose.naming(start, length);
            if (naming == Naming::none || (naming == Naming::part && length < shortest_part))
                continue;
            if (naming == Naming::word)
                words.push_back({start, length, naming, 0});
            for (; known != end; ++known)
                found.push_back({start, length, naming, known->second});
        }
    std::erase_if(found, [&](const Mention& mention) {
        return std::ranges::any_of(words, [&](const Mention& w) { return inside(mention, w); });
    });
    return found;
}

} // namespace crm
