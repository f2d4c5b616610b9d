// SPDX-License-Identifier: MIT
#include "crm/format/output_options.hpp"

#include "crm/base/error.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 6> formats = {"table", "csv",   "tsv",
                                                     "json",  "jsonl", "xlsx"};
constexpr std::array<std::string_view, 2> dialects = {"rfc4180", "excel-de"};

/// The place of `text` among `names`, or their number.
std::size_t place(std::span<const std::string_view> names, std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::find(names, text) - names.begin());
}

/// The parts between commas.
std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

} // namespace

std::span<const std::string_view> format_names()
{
    return formats;
}

std::span<const std::string_view> dialect_names()
{
    return dialects;
}

Format parse_format(std::string_view text)
{
    const auto found = place(formats, text);
    if (found == formats.size())
        throw error(ErrorKind::usage, "unknown format '{}'", text)
            .with_hint("one of: {}", fmt::join(formats, ", "));
    return static_cast<Format>(found);
}

CsvDialect parse_dialect(std::string_view text)
{
    const auto found = place(dialects, text);
    if (found == dialects.size())
        throw error(ErrorKind::usage, "unknown CSV dialect '{}'", text)
            .with_hint("one of: {}", fmt::join(dialects, ", "));
    return static_cast<CsvDialect>(found);
}

std::vector<SortKey> parse_sort(std::string_view text)
{
    std::vector<SortKey> keys;
    for (auto part : split(text)) {
        const bool descending = part.starts_with('-');
        part.remove_prefix(descending ? 1 : 0);
        if (part.empty())
            throw error(ErrorKind::usage, "'{}' is not a list of sort keys", text)
                .with_hint("write KEY or KEY,-KEY; a minus sorts descending");
        keys.push_back({std::string(part), descending});
    }
    return keys;
}

std::vector<std::string> parse_columns(std::string_view text)
{
    std::vector<std::string> keys;
    for (const auto part : split(text)) {
        if (part.empty())
            throw error(ErrorKind::usage, "'{}' is not a list of columns", text)
                .with_hint("write them as a,b,c");
        keys.emplace_back(part);
    }
    return keys;
}

} // namespace crm
