// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/text.hpp"

#include "crm/base/country.hpp"
#include "crm/base/plain_letters.hpp"
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crm
{

namespace
{

constexpr std::size_t longest_id = 35;

bool is_allowed(char c)
{
    constexpr std::string_view others = "/-?:().,'+ ";
    return is_ascii_letter(c) || is_ascii_digit(c) || others.find(c) != std::string_view::npos;
}

/// What stands for an ASCII character that banks do not take.
char replacement(char c)
{
    constexpr auto replacements = std::to_array<std::pair<char, char>>({
        {'&', '+'},
        {'_', '-'},
        {'~', '-'},
        {'"', '\''},
        {'`', '\''},
        {';', ','},
        {'[', '('},
        {'{', '('},
        {'<', '('},
        {']', ')'},
        {'}', ')'},
        {'>', ')'},
        {'|', '/'},
        {'\\', '/'},
    });
    for (const auto& [from, to] : replacements)
        if (c == from)
            return to;
    return byte(c) < ' ' || c == '\x7F' ? ' ' : '.';
}

/// Characters beyond ASCII that have a better likeness than none.
std::string_view likeness(std::string_view character)
{
    constexpr auto likenesses = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"€", "EUR"},
        {"–", "-"},
        {"—", "-"},
        {"’", "'"},
        {"‘", "'"},
        {"„", "'"},
        {"“", "'"},
        {"”", "'"},
        {"«", "'"},
        {"»", "'"},
        {"…", "..."},
    });
    for (const auto& [from, to] : likenesses)
        if (character == from)
            return to;
    return {};
}

void append(std::string& text, std::string_view characters)
{
    for (const char c : characters) {
        const char taken = is_allowed(c) ? c : replacement(c);
        if (taken != ' ' || (!text.empty() && text.back() != ' '))
            text += taken;
    }
}

} // namespace

std::string sepa_text(std::string_view text, std::size_t most)
{
    std::string taken;
    for (const auto character : characters(text)) {
        const auto point = first_code_point(character);
        if (is_white_space(point))
            append(taken, " ");
        else if (const auto like = likeness(character); !like.empty())
            append(taken, like);
        else if (point.valid && point.value < 0x80)
            append(taken, character);
        else {
            const auto plain = plain_letters(character);
            append(taken, plain == "?" ? "." : plain);
        }
    }
    taken.resize(std::min(taken.size(), most));
    while (!taken.empty() && taken.back() == ' ')
        taken.pop_back();
    return taken;
}

bool is_sepa_id(std::string_view text)
{
    return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, is_allowed) &&
           trim(text) == text && text.front() != '/' && text.back() != '/' &&
           text.find("//") == std::string_view::npos;
}

bool in_economic_area(std::string_view iban)
{
    constexpr std::array<std::string_view, 3> besides = {"IS", "LI", "NO"};
    const auto country = iban.substr(0, 2);
    return (in_eu(country) && country != "MC") ||
           std::ranges::find(besides, country) != besides.end();
}

bool in_sepa(std::string_view iban)
{
    // European Payments Council, list of SEPA countries (EPC409-09) with those that joined up to
    // 2026.
    constexpr std::array<std::string_view, 12> besides = {"AD", "AL", "CH", "GB", "GI", "MC",
                                                          "MD", "ME", "MK", "RS", "SM", "VA"};
    return in_economic_area(iban) || std::ranges::find(besides, iban.substr(0, 2)) != besides.end();
}

} // namespace crm
