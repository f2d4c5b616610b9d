// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/import_csv.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"

#include <algorithm>

namespace crm
{

namespace
{

std::vector<std::string> key_names()
{
    const auto keys = exchange_keys();
    return {keys.begin(), keys.end()};
}

ExchangeKey known_key(std::string_view name)
{
    if (auto key = exchange_key(name))
        return *key;
    throw error(ErrorKind::usage, "unknown key '{}'", trim(name))
        .with_hint("one of: {}, field.KEY, address.AS", joined(exchange_keys()));
}

bool gives_name(const ExchangeKey& key)
{
    return key.part == ExchangePart::number || key.part == ExchangePart::company ||
           key.part == ExchangePart::person ||
           (key.part == ExchangePart::field &&
            (key.field == Field::name || key.field == Field::family_name));
}

} // namespace

std::vector<ColumnMapping> parse_contact_mapping(std::string_view text)
{
    return parse_mapping(text, [](std::string_view key) { return known_key(key).name; });
}

ImportSetting parse_setting(std::string_view text)
{
    auto [key, value] = parse_key_value(text);
    ImportSetting setting{known_key(key), std::move(value)};
    if (setting.first.part == ExchangePart::number)
        throw error(ErrorKind::usage, "not every contact can have the number '{}'", setting.second);
    try {
        ImportCells cells = read_cells({}, {}, {&setting, 1});
        cells.values[Field::name].emplace("-"); // what is tried is the value, not the row
        static_cast<void>(read_contact(std::move(cells), std::nullopt, Date{}));
    } catch (const Error& failure) {
        Error wrong(ErrorKind::usage, failure.what());
        wrong.hint = failure.hint;
        throw std::move(wrong);
    }
    return setting;
}

CsvImport::CsvImport(TextSource& text, std::optional<char> delimiter,
                     std::span<const ColumnMapping> mapping,
                     std::span<const ImportSetting> settings)
    : table_(text, delimiter, mapping, import_keys())
{
    check_keys(settings);
}

ImportKeys CsvImport::import_keys()
{
    ImportKeys keys;
    keys.place = [this](std::string_view name) { return place_of(name); };
    keys.name = [this](std::uint32_t place) { return keys_[place].name; };
    keys.takes_several = [this](std::uint32_t place) { return crm::takes_several(keys_[place]); };
    keys.all = key_names();
    return keys;
}

std::optional<std::uint32_t> CsvImport::place_of(std::string_view name)
{
    auto key = exchange_key(name);
    if (!key)
        return std::nullopt;
    const auto known = std::ranges::find(keys_, *key);
    const auto place = static_cast<std::uint32_t>(known - keys_.begin());
    if (known == keys_.end())
        keys_.push_back(std::move(*key));
    return place;
}

void CsvImport::check_keys(std::span<const ImportSetting> settings) const
{
    if (std::ranges::any_of(keys_, gives_name) ||
        std::ranges::any_of(settings,
                            [](const auto& setting) { return gives_name(setting.first); }))
        return;
    throw error(ErrorKind::rejected, "no column of the file is the name of a contact; it has {}",
                joined(header()))
        .with_hint("say which one is, as in --map '{}=name'", header().front());
}

ImportSource CsvImport::source()
{
    return {keys_, [this](ImportRow& row) { return table_.next(row); }};
}

} // namespace crm
