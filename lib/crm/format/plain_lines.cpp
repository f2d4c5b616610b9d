// SPDX-License-Identifier: MIT
#include "crm/format/plain_lines.hpp"

#include "crm/base/width.hpp"

#include <algorithm>

namespace crm
{

namespace
{

std::string blanks(int count)
{
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

} // namespace

std::string padded(const std::string& text, int columns, bool right)
{
    const auto fill = blanks(columns - display_width(text));
    return right ? fill + text : text + fill;
}

std::vector<std::string> wrapped(const std::string& text, int columns)
{
    std::vector<std::string> lines(1);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        const auto word = text.substr(begin, end - begin);
        auto& line = lines.back();
        if (!line.empty() && display_width(line) + 1 + display_width(word) > columns)
            lines.push_back(word);
        else
            line += line.empty() ? word : " " + word;
        if (end < text.size() && text[end] == '\n')
            lines.emplace_back();
        begin = end + 1;
    }
    return lines;
}

void add_line(std::string& page, std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    page += printable(line);
    page += '\n';
}

} // namespace crm
