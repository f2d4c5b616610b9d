// SPDX-License-Identifier: MIT
#include "crm/format/tsv_text.hpp"

#include <array>
#include <optional>
#include <utility>

namespace crm
{

namespace
{

constexpr std::array<std::pair<char, std::string_view>, 4> escapes = {{
    {'\t', "\\t"},
    {'\n', "\\n"},
    {'\r', "\\r"},
    {'\\', "\\\\"},
}};

/// What the text begins with, if that is an escape.
std::optional<char> escaped_at(std::string_view text)
{
    for (const auto& [character, escape] : escapes)
        if (text.starts_with(escape))
            return character;
    return std::nullopt;
}

bool ends_cell(std::string_view rest)
{
    return rest.empty() || rest.front() == '\t' || rest.front() == '\r' || rest.front() == '\n';
}

/// What is between the quotes at the beginning of a cell, with the doubled ones; nothing if there
/// are other characters behind them or they are never closed.
std::string_view quoted_part(std::string_view cell)
{
    for (std::size_t at = cell.find('"', 1); at != cell.npos; at = cell.find('"', at + 2))
        if (!cell.substr(at + 1).starts_with('"'))
            return ends_cell(cell.substr(at + 1)) ? cell.substr(1, at - 1) : std::string_view();
    return {};
}

} // namespace

std::string_view tsv_escape(char character)
{
    for (const auto& [known, escape] : escapes)
        if (known == character)
            return escape;
    return {};
}

void append_unescaped_tsv(std::string& to, std::string_view text)
{
    for (auto at = text.find('\\'); at != text.npos; at = text.find('\\')) {
        const auto character = escaped_at(text.substr(at));
        to.append(text.substr(0, at)) += character.value_or('\\');
        text.remove_prefix(at + (character ? 2 : 1));
    }
    to.append(text);
}

bool escapes_backslashes(std::string_view text)
{
    for (auto at = text.find('\\'); at != text.npos && at + 1 < text.size();
         at = text.find('\\', at + 2))
        if (!escaped_at(text.substr(at)))
            return false;
    return true;
}

bool quotes_cells(std::string_view text)
{
    if (text.starts_with('"'))
        return !quoted_part(text).empty();
    for (auto at = text.find_first_of("\t\r\n"); at != text.npos;
         at = text.find_first_of("\t\r\n", at + 1))
        if (text.substr(at + 1).starts_with('"') &&
            quoted_part(text.substr(at + 1)).find_first_of("\t\r\n,\"") != text.npos)
            return true;
    return false;
}

} // namespace crm
