// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/keyed_table.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/store/bulk_rows.hpp"

#include <algorithm>

namespace crm
{

namespace
{

std::optional<std::uint32_t> place_of(std::string_view name, const TableKeys& keys)
{
    const auto found = std::ranges::find(keys.names, lower(trim(name)));
    if (found == keys.names.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - keys.names.begin());
}

std::uint32_t known_place(std::string_view name, const TableKeys& keys)
{
    if (const auto place = place_of(name, keys))
        return *place;
    throw error(ErrorKind::usage, "unknown key '{}'", trim(name))
        .with_hint("one of: {}", joined(keys.names));
}

ImportKeys import_keys(const TableKeys& keys)
{
    return {[&keys](std::string_view name) { return place_of(name, keys); },
            [&keys](std::uint32_t place) { return std::string(keys.names[place]); },
            [](std::uint32_t) { return false; },
            {keys.names.begin(), keys.names.end()}};
}

void count(ImportResult& result, RowOutcome outcome)
{
    ++(outcome == RowOutcome::added     ? result.added
       : outcome == RowOutcome::updated ? result.updated
                                        : result.skipped);
}

ImportResult take_rows(KeyedTable& table, const ImportEvents& events,
                       const std::function<RowOutcome(const KeyedRow& row)>& take)
{
    ImportResult result;
    ImportRow row;
    const auto reject = [&](const std::string& reason) {
        ++result.rejected;
        events.rejected(row, reason);
    };
    while (table.next(row)) {
        ++result.read;
        try {
            if (!row.problem.empty())
                reject(row.problem);
            else
                count(result, take({table, row}));
        } catch (const Error& failure) {
            if (failure.kind == ErrorKind::io)
                throw;
            reject(failure.what());
        }
        if (result.read % import_progress_step == 0)
            events.progress(result.read);
    }
    return result;
}

} // namespace

std::vector<ColumnMapping> parse_table_mapping(std::string_view text, const TableKeys& keys)
{
    return parse_mapping(text, [&](std::string_view key) {
        return std::string(keys.names[known_place(key, keys)]);
    });
}

TableSetting parse_table_setting(std::string_view text, const TableKeys& keys)
{
    auto [key, value] = parse_key_value(text);
    return {known_place(key, keys), std::move(value)};
}

KeyedTable::KeyedTable(TextSource& text, std::optional<char> delimiter, const TableKeys& keys,
                       std::span<const ColumnMapping> mapping,
                       std::span<const TableSetting> settings)
    : table_(text, delimiter, mapping, import_keys(keys)), origins_(keys.names.size())
{
    const auto& places = columns().places();
    for (std::uint32_t column = 0; column < places.size(); ++column)
        if (places[column] != CsvColumns::ignored)
            origins_[places[column]].column = column;
    for (const auto& setting : settings)
        origins_[setting.key].setting = setting.value;
    for (const auto& one_of : keys.required)
        require(one_of, keys);
}

void KeyedTable::require(const std::vector<std::string_view>& one_of, const TableKeys& keys) const
{
    const auto given = [&](std::string_view name) {
        const auto& origin = origins_[known_place(name, keys)];
        return origin.column != CsvColumns::ignored || origin.setting;
    };
    if (std::ranges::any_of(one_of, given))
        return;
    throw error(ErrorKind::rejected, "no column of the file is '{}'; it has {}", one_of.front(),
                joined(header()))
        .with_hint("say which one is, as in --map '{}={}'", header().front(), one_of.front());
}

std::string_view KeyedTable::value(const ImportRow& row, std::uint32_t key) const
{
    const auto& [column, setting] = origins_[key];
    if (column != CsvColumns::ignored && !row.cells[column].text.empty())
        return row.cells[column].text;
    return setting ? std::string_view(*setting) : std::string_view();
}

ImportResult import_keyed(Store& store, KeyedTable& table, bool skip_errors,
                          const ImportEvents& events,
                          const std::function<RowOutcome(const KeyedRow& row)>& take)
{
    Transaction transaction(store);
    begin_bulk_work(store);
    const auto result = take_rows(table, events, take);
    refuse_bad_rows(result, skip_errors);
    transaction.commit();
    return result;
}

} // namespace crm
