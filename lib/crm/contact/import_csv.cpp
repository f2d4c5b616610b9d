// SPDX-License-Identifier: MIT
#include "crm/contact/import_csv.hpp"

#include "crm/base/error.hpp"
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
        .with_hint("one of: {}, field.KEY, address.AS", fmt::join(exchange_keys(), ", "));
}

bool same_column(std::string_view a, std::string_view b)
{
    return lower(trim(a)) == lower(trim(b));
}

std::string joined(const std::vector<std::string>& names)
{
    return fmt::format("{}", fmt::join(names, ", "));
}

bool gives_name(const ExchangeKey& key)
{
    return key.part == ExchangePart::number || key.part == ExchangePart::company ||
           key.part == ExchangePart::person ||
           (key.part == ExchangePart::field &&
            (key.field == Field::name || key.field == Field::family_name));
}

} // namespace

std::vector<ColumnMapping> parse_mapping(std::string_view text)
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
                             key.empty() ? std::string() : known_key(key).name);
        piece.clear();
    }
    if (!piece.empty())
        throw error(ErrorKind::usage, "'{}' is no value for --map", piece)
            .with_hint(
                "give COLUMN=KEY, several joined by commas, as in 'Firma=company,PLZ=postcode'");
    return mapping;
}

ImportSetting parse_setting(std::string_view text)
{
    const auto mark = text.find('=');
    if (mark == std::string_view::npos)
        throw error(ErrorKind::usage, "'{}' is no value for --set", text)
            .with_hint("give KEY=VALUE, as in --set customer=yes");
    ImportSetting setting{known_key(text.substr(0, mark)),
                          std::string(trim(text.substr(mark + 1)))};
    if (setting.first.part == ExchangePart::number)
        throw error(ErrorKind::usage, "not every contact can have the number '{}'", setting.second);
    try {
        ImportCells cells = read_cells({}, {}, {&setting, 1});
        cells.values[Field::name] = "-"; // what is tried is the value, not the row
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
    : reader_(text, delimiter)
{
    check_mapping(mapping);
    for (const auto& name : header())
        read_column(name, mapping);
    check_keys(settings);
}

void CsvImport::check_mapping(std::span<const ColumnMapping> mapping) const
{
    for (const auto& [column, key] : mapping)
        if (std::ranges::none_of(header(),
                                 [&](const auto& name) { return same_column(name, column); }))
            throw error(ErrorKind::usage, "the file has no column '{}' to map", column)
                .with_hint("its columns are: {}", joined(header()));
}

void CsvImport::read_column(std::string_view name, std::span<const ColumnMapping> mapping)
{
    const auto mapped = std::ranges::find_if(
        mapping, [&](const auto& each) { return same_column(each.first, name); });
    auto key = exchange_key(mapped == mapping.end() ? name : std::string_view(mapped->second));
    if (!key) {
        columns_.push_back(ImportCell::ignored);
        if (mapped == mapping.end())
            unknown_.emplace_back(name, suggestion(name, key_names()));
        return;
    }
    const auto known = std::ranges::find(keys_, *key);
    if (known != keys_.end() && !takes_several(*key)) {
        const auto former =
            std::ranges::find(columns_, static_cast<std::uint32_t>(known - keys_.begin()));
        throw error(ErrorKind::usage, "the columns '{}' and '{}' both mean '{}'",
                    header()[static_cast<std::size_t>(former - columns_.begin())], name, key->name)
            .with_hint("leave one out with --map '{}='", name);
    }
    columns_.push_back(static_cast<std::uint32_t>(known - keys_.begin()));
    if (known == keys_.end())
        keys_.push_back(std::move(*key));
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

bool CsvImport::next(ImportRow& row)
{
    if (!reader_.next(record_))
        return false;
    row.line = record_.line;
    row.problem = record_.problem;
    row.cells.clear();
    for (std::size_t place = 0; place < columns_.size(); ++place)
        row.cells.push_back({columns_[place], record_.cells[place]});
    return true;
}

ImportSource CsvImport::source()
{
    return {keys_, [this](ImportRow& row) { return next(row); }};
}

} // namespace crm
