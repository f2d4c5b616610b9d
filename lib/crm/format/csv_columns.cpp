// SPDX-License-Identifier: MIT
#include "crm/format/csv_columns.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crm
{

namespace
{

bool same_column(std::string_view a, std::string_view b)
{
    return lower(trim(a)) == lower(trim(b));
}

void check_mapping(std::span<const std::string> header, std::span<const ColumnMapping> mapping)
{
    for (const auto& [column, key] : mapping)
        if (std::ranges::none_of(header,
                                 [&](const auto& name) { return same_column(name, column); }))
            throw error(ErrorKind::usage, "the file has no column '{}' to map", column)
                .with_hint("its columns are: {}", fmt::join(header, ", "));
}

} // namespace

std::vector<ColumnMapping>
parse_mapping(std::string_view text, const std::function<std::string(std::string_view)>& known_key)
{
    std::vector<ColumnMapping> mapping;
    std::string piece; // a comma may belong to the name of a column
    while (!text.empty()) {
        const auto comma = text.find(',');
        piece += (piece.empty() ? "" : ",") + std::string(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
        const auto mark = piece.rfind('=');
        if (mark == std::string::npos)
            continue;
        const auto key = trim(std::string_view(piece).substr(mark + 1));
        mapping.emplace_back(trim(std::string_view(piece).substr(0, mark)),
                             key.empty() ? std::string() : known_key(key));
        piece.clear();
    }
    if (!piece.empty())
        throw error(ErrorKind::usage, "'{}' is no value for --map", piece)
            .with_hint(
                "give COLUMN=KEY, several joined by commas, as in 'Firma=company,PLZ=postcode'");
    return mapping;
}

std::pair<std::string, std::string> parse_key_value(std::string_view text)
{
    const auto mark = text.find('=');
    if (mark == std::string_view::npos)
        throw error(ErrorKind::usage, "'{}' is no value for --set", text)
            .with_hint("give KEY=VALUE, as in --set customer=yes");
    return {std::string(trim(text.substr(0, mark))), std::string(trim(text.substr(mark + 1)))};
}

CsvColumns::CsvColumns(std::span<const std::string> header, std::span<const ColumnMapping> mapping,
                       const ImportKeys& keys)
{
    check_mapping(header, mapping);
    for (const auto& name : header) {
        const auto mapped = std::ranges::find_if(
            mapping, [&](const auto& each) { return same_column(each.first, name); });
        const bool is_mapped = mapped != mapping.end();
        add(header, name, is_mapped,
            keys.place(is_mapped ? std::string_view(mapped->second) : std::string_view(name)),
            keys);
    }
}

void CsvColumns::add(std::span<const std::string> header, const std::string& name, bool mapped,
                     std::optional<std::uint32_t> place, const ImportKeys& keys)
{
    if (!place) {
        if (!mapped)
            unknown_.emplace_back(name, suggestion(name, keys.all));
    } else if (has(*place) && !keys.takes_several(*place)) {
        const auto former = std::ranges::find(places_, *place) - places_.begin();
        throw error(ErrorKind::usage, "the columns '{}' and '{}' both mean '{}'",
                    header[static_cast<std::size_t>(former)], name, keys.name(*place))
            .with_hint("leave one out with --map '{}='", name);
    }
    places_.push_back(place.value_or(ignored));
}

bool CsvColumns::has(std::uint32_t place) const
{
    return std::ranges::find(places_, place) != places_.end();
}

} // namespace crm
