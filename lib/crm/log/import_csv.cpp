// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/log/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace crm
{

namespace
{

/// In the order of LogKey.
constexpr std::array<std::string_view, log_key_count> names = {
    "at",        "company_number", "company",         "person_number", "person",  "channel",
    "direction", "staff",          "subject",         "text",          "outcome", "duration",
    "agreement", "follow_up",      "follow_up_staff", "done",          "id",      "order"};

std::optional<std::uint32_t> place_of(std::string_view name)
{
    const auto found = std::ranges::find(names, lower(trim(name)));
    if (found == names.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - names.begin());
}

std::uint32_t known_place(std::string_view name)
{
    if (const auto place = place_of(name))
        return *place;
    throw error(ErrorKind::usage, "unknown key '{}'", trim(name))
        .with_hint("one of: {}", fmt::join(names, ", "));
}

ImportKeys import_keys()
{
    return {place_of,
            [](std::uint32_t place) { return std::string(names[place]); },
            [](std::uint32_t) { return false; },
            {names.begin(), names.end()}};
}

void require(const CsvColumns& columns, std::span<const LogSetting> settings,
             std::initializer_list<LogKey> one_of, const std::vector<std::string>& header)
{
    const auto given = [&](LogKey key) {
        return columns.has(static_cast<std::uint32_t>(key)) ||
               std::ranges::find(settings, key, &LogSetting::key) != settings.end();
    };
    if (std::ranges::any_of(one_of, given))
        return;
    const auto name = names[static_cast<std::size_t>(*one_of.begin())];
    throw error(ErrorKind::rejected, "no column of the file is '{}'; it has {}", name,
                fmt::format("{}", fmt::join(header, ", ")))
        .with_hint("say which one is, as in --map '{}={}'", header.front(), name);
}

} // namespace

std::vector<ColumnMapping> parse_log_mapping(std::string_view text)
{
    return parse_mapping(text,
                         [](std::string_view key) { return std::string(names[known_place(key)]); });
}

LogSetting parse_log_setting(std::string_view text)
{
    auto [key, value] = parse_key_value(text);
    return {static_cast<LogKey>(known_place(key)), std::move(value)};
}

LogCsv::LogCsv(TextSource& text, std::optional<char> delimiter,
               std::span<const ColumnMapping> mapping, std::span<const LogSetting> settings)
    : reader_(text, delimiter), columns_(header(), mapping, import_keys())
{
    require(columns_, settings, {LogKey::at}, header());
    require(columns_, settings, {LogKey::subject}, header());
    require(columns_, settings,
            {LogKey::company_number, LogKey::company, LogKey::person_number, LogKey::person},
            header());
}

bool LogCsv::next(ImportRow& row)
{
    if (!reader_.next(record_))
        return false;
    row.line = record_.line;
    row.problem = record_.problem;
    row.cells.clear();
    const auto& places = columns_.places();
    for (std::size_t i = 0; i < places.size(); ++i)
        row.cells.push_back({places[i], record_.cells[i]});
    return true;
}

} // namespace crm
