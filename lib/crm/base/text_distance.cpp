// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crm
{

namespace
{

std::vector<char32_t> code_points(std::string_view text)
{
    std::vector<char32_t> found;
    found.reserve(text.size());
    while (!text.empty()) {
        const auto c = first_code_point(text);
        found.push_back(c.value);
        text.remove_prefix(c.length);
    }
    return found;
}

bool starts_inside_character(std::string_view text)
{
    return !text.empty() && is_continuation(text.front());
}

/// The two code points of a text that has just two.
std::array<std::string_view, 2> halves(std::string_view text)
{
    const auto middle = first_code_point(text).length;
    return {text.substr(0, middle), text.substr(middle)};
}

/// 0, 1, 2, and 3 for more.
int count_to_three(std::string_view text)
{
    int count = 0;
    for (; !text.empty() && count < 3; ++count)
        text.remove_prefix(first_code_point(text).length);
    return count;
}

/// Damerau's distance in its restricted form (optimal string alignment).
std::size_t distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b)
{
    std::vector<std::size_t> before_last, last, row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last = std::exchange(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

bool within_one_edit(std::string_view a, std::string_view b)
{
    // What is equal at both ends goes first, in whole characters; hardly anything may be left.
    const auto shorter = std::min(a.size(), b.size());
    std::size_t begin = 0;
    while (begin < shorter && a[begin] == b[begin])
        ++begin;
    while (begin > 0 &&
           (starts_inside_character(a.substr(begin)) || starts_inside_character(b.substr(begin))))
        --begin;
    std::size_t end = 0;
    while (end < shorter - begin && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    while (end > 0 && starts_inside_character(a.substr(a.size() - end)))
        --end;
    a = a.substr(begin, a.size() - begin - end);
    b = b.substr(begin, b.size() - begin - end);

    const auto left_of_a = count_to_three(a);
    const auto left_of_b = count_to_three(b);
    if (left_of_a <= 1 && left_of_b <= 1)
        return true;
    if (left_of_a != 2 || left_of_b != 2)
        return false;
    const auto [a1, a2] = halves(a);
    const auto [b1, b2] = halves(b);
    return a1 == b2 && a2 == b1;
}

std::string suggestion(std::string_view typed, std::span<const std::string> choices)
{
    const auto wanted = code_points(lower(typed));
    std::size_t nearest = 3;
    const std::string* found = nullptr;
    for (const auto& choice : choices) {
        const auto far = distance(wanted, code_points(lower(choice)));
        if (far < nearest && 2 * far < wanted.size()) {
            nearest = far;
            found = &choice;
        }
    }
    return found == nullptr ? std::string() : *found;
}

} // namespace crm
