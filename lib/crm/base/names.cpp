// SPDX-License-Identifier: MIT
#include "crm/base/names.hpp"

#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace crm
{

namespace
{

using Parts = std::span<const std::string_view>;

/// Part of a family name however they are written.
constexpr std::array<std::string_view, 5> certain_particles = {"von", "van", "de", "der", "zu"};

/// Part of a family name in lower case; with a capital they may as well be given names (`Da`,
/// `Du`).
constexpr std::array<std::string_view, 30> small_particles = {
    "vom",   "zum", "zur", "den", "dem", "het", "'t",    "t'",    "ter", "ten",
    "te",    "op",  "uit", "im",  "am",  "auf", "della", "dello", "del", "dal",
    "dalla", "di",  "da",  "la",  "le",  "du",  "des",   "dos",   "das", "af"};

bool is_particle(std::string_view word)
{
    return std::ranges::count(small_particles, word) > 0 ||
           std::ranges::count(certain_particles, lower(word)) > 0;
}

/// `von und zu`, `von u. zu`: whether the word there stands between two of them.
bool joins_particles(Parts parts, std::size_t place)
{
    const auto word = lower(parts[place]);
    return (word == "und" || word == "u.") && is_particle(parts[place - 1]) &&
           is_particle(parts[place + 1]);
}

std::string joined(Parts parts)
{
    std::string text;
    for (const auto part : parts) {
        text += text.empty() ? "" : " ";
        text += part;
    }
    return text;
}

} // namespace

std::vector<std::string_view> split_at_white_space(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (text = trim(text); !text.empty(); text = trim(text)) {
        std::size_t end = 0;
        while (end < text.size()) {
            const auto c = first_code_point(text.substr(end));
            if (is_white_space(c))
                break;
            end += c.length;
        }
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return parts;
}

PersonName split_name(std::string_view full)
{
    const auto comma = full.find(',');
    if (comma != std::string_view::npos) {
        const auto family = joined(split_at_white_space(full.substr(0, comma)));
        if (!family.empty())
            return {joined(split_at_white_space(full.substr(comma + 1))), family};
        return split_name(full.substr(comma + 1));
    }
    const auto parts = split_at_white_space(full);
    if (parts.empty())
        return {};
    auto begin = parts.size() - 1;
    while (begin > 0 && is_particle(parts[begin - 1]))
        begin -= begin > 2 && joins_particles(parts, begin - 2) ? 3 : 1;
    return {joined(Parts(parts).first(begin)), joined(Parts(parts).subspan(begin))};
}

} // namespace crm
