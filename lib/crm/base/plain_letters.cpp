// SPDX-License-Identifier: MIT
#include "crm/base/plain_letters.hpp"

#include "crm/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crm
{

namespace
{

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

/// German umlauts as they are written without the letters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> umlauts = {
    {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}}};

/// One character that is more than ASCII.
std::string plain_letter(std::string_view character)
{
    const auto small = lower(character);
    auto plain = fold(character);
    for (const auto& [umlaut, letters] : umlauts)
        if (small == umlaut)
            plain = letters;
    if (plain.empty() || !is_ascii(plain))
        return "?";
    const bool capital = small != character;
    if (capital && plain.front() >= 'a' && plain.front() <= 'z')
        plain.front() = static_cast<char>(plain.front() - 'a' + 'A');
    return plain;
}

} // namespace

std::vector<std::string_view> characters(std::string_view text)
{
    std::vector<std::string_view> found;
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = start + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            ++end;
        found.push_back(text.substr(start, end - start));
        start = end;
    }
    return found;
}

std::string plain_letters(std::string_view text)
{
    std::string plain;
    for (const auto character : characters(text))
        plain += is_ascii(character) ? std::string(character) : plain_letter(character);
    return plain;
}

} // namespace crm
