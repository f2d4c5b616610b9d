// SPDX-License-Identifier: MIT
#include "crm/contact/number_ranges.hpp"

#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

namespace crm
{

namespace
{

constexpr std::size_t longest_digit_run = 12;

void append_ranges(const std::string& prefix, std::vector<KeyRange>& ranges)
{
    if (prefix.empty() || !is_ascii_digit(prefix.back()))
        ranges.push_back(beginning_with(natural_key(prefix)));
    else
        for (std::size_t more = 0; more < longest_digit_run; ++more)
            ranges.push_back({natural_key(prefix + std::string(more, '0')),
                              natural_key(prefix + std::string(more, '9')) + after_every_text});
}

} // namespace

KeyRange beginning_with(const std::string& prefix)
{
    return {prefix, prefix + after_every_text};
}

std::vector<KeyRange> number_ranges(const std::string& prefix)
{
    std::vector<KeyRange> ranges;
    append_ranges(prefix, ranges);
    if (const auto capitals = in_capitals(prefix); capitals != prefix)
        append_ranges(capitals, ranges);
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
