// SPDX-License-Identifier: MIT
#include "crm/contact/number_ranges.hpp"

#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

namespace crm
{

namespace
{

constexpr std::size_t longest_digit_run = 12;

} // namespace

KeyRange beginning_with(const std::string& prefix)
{
    return {prefix, prefix + after_every_text};
}

std::vector<KeyRange> number_ranges(const std::string& prefix)
{
    if (prefix.empty() || !is_ascii_digit(prefix.back()))
        return {beginning_with(natural_key(prefix))};
    std::vector<KeyRange> ranges;
    for (std::size_t more = 0; more < longest_digit_run; ++more)
        ranges.push_back({natural_key(prefix + std::string(more, '0')),
                          natural_key(prefix + std::string(more, '9')) + after_every_text});
    return ranges;
}

std::string in_capitals(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return result;
}

} // namespace crm
