// SPDX-License-Identifier: MIT
#include "crm/format/listing.hpp"

#include "crm/base/error.hpp"
#include "crm/format/csv_writer.hpp"
#include "crm/format/json_writer.hpp"
#include "crm/format/row_sorter.hpp"
#include "crm/format/table_writer.hpp"
#include "crm/format/tsv_writer.hpp"
#include "crm/format/xlsx_writer.hpp"

#include <algorithm>
#include <numeric>
#include <variant>

namespace crm
{

namespace
{

using Writer =
    std::variant<std::monostate, TableWriter, CsvWriter, TsvWriter, JsonWriter, XlsxWriter>;

std::string keys_of(std::span<const ColumnInfo> columns)
{
    std::string keys;
    for (const auto& column : columns)
        keys += (keys.empty() ? "" : ", ") + column.key;
    return keys;
}

std::size_t find_column(std::span<const ColumnInfo> columns, std::string_view key)
{
    const auto found = std::ranges::find(columns, key, &ColumnInfo::key);
    if (found == columns.end())
        throw error(ErrorKind::usage, "unknown column '{}'", key)
            .with_hint("one of: {}", keys_of(columns));
    return static_cast<std::size_t>(found - columns.begin());
}

/// The columns that were asked for, else the usual ones if this is a listing that has them.
std::vector<std::string> chosen_keys(std::span<const ColumnInfo> columns,
                                     const OutputOptions& options)
{
    const auto is_here = [&](const std::string& key) {
        return std::ranges::find(columns, key, &ColumnInfo::key) != columns.end();
    };
    if (options.columns.empty() && std::ranges::all_of(options.usual_columns, is_here))
        return options.usual_columns;
    return options.columns;
}

std::vector<std::size_t> all_places(std::size_t count)
{
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
}

std::vector<std::size_t> shown_places(std::span<const ColumnInfo> columns,
                                      std::span<const std::string> keys)
{
    if (keys.empty())
        return all_places(columns.size());
    std::vector<std::size_t> places;
    for (const auto& key : keys) {
        const auto place = find_column(columns, key);
        if (std::ranges::find(places, place) != places.end())
            throw error(ErrorKind::usage, "column '{}' is chosen twice", key);
        places.push_back(place);
    }
    return places;
}

std::vector<RowSorter::By> sort_places(std::span<const ColumnInfo> columns,
                                       std::span<const SortKey> keys)
{
    std::vector<RowSorter::By> by;
    for (const auto& [key, descending] : keys)
        by.push_back({find_column(columns, key), descending});
    return by;
}

std::vector<std::size_t> wanted_places(std::vector<std::size_t> shown,
                                       std::span<const RowSorter::By> by)
{
    for (const auto& key : by)
        shown.push_back(key.column);
    std::ranges::sort(shown);
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    return shown;
}

} // namespace

struct Listing::State {
    std::vector<std::size_t> shown;  ///< in the order in which they are printed
    std::vector<std::size_t> sorted; ///< the same, counted among the cells that a sorter kept
    std::vector<std::size_t> wanted;
    std::optional<std::int64_t> limit;
    bool if_any = false;
    std::int64_t rows = 0;
    std::unique_ptr<RowSorter> sorter;
    Writer writer;

    void open(Format format, std::vector<ColumnInfo> columns, const OutputOptions& options,
              std::ostream& out)
    {
        switch (format) {
        case Format::table:
            writer.emplace<TableWriter>(std::move(columns), options, out);
            break;
        case Format::csv:
            writer.emplace<CsvWriter>(std::move(columns), options, out);
            break;
        case Format::tsv:
            writer.emplace<TsvWriter>(columns, options, out);
            break;
        case Format::json:
        case Format::jsonl:
            writer.emplace<JsonWriter>(columns, options, out);
            break;
        case Format::xlsx:
            writer.emplace<XlsxWriter>(std::move(columns), options, out);
            break;
        }
    }

    bool full() const { return limit && rows >= *limit; }

    bool print(const RowView& cells)
    {
        if (full())
            return false;
        const auto write = [&cells]<class Any>(Any& any) {
            if constexpr (!std::is_same_v<Any, std::monostate>)
                any.row(cells);
        };
        std::visit(write, writer);
        ++rows;
        return !full();
    }

    void close()
    {
        const auto finish = []<class Any>(Any& any) {
            if constexpr (!std::is_same_v<Any, std::monostate>)
                any.finish();
        };
        std::visit(finish, writer);
    }
};

Listing::Listing(std::vector<ColumnInfo> all, const OutputOptions& options, std::ostream& out)
    : state_(std::make_unique<State>())
{
    auto by = sort_places(all, options.sort);
    auto chosen = options;
    chosen.columns = chosen_keys(all, options);
    state_->shown = shown_places(all, chosen.columns);
    state_->sorted = all_places(state_->shown.size());
    state_->wanted = wanted_places(state_->shown, by);
    state_->limit = options.limit;
    state_->if_any = options.if_any;
    if (!by.empty())
        state_->sorter = std::make_unique<RowSorter>(std::move(by), state_->shown);
    std::vector<ColumnInfo> columns;
    for (const auto place : state_->shown)
        columns.push_back(all[place]);
    state_->open(options.format, std::move(columns), chosen, out);
}

Listing::Listing(Listing&&) noexcept = default;
Listing& Listing::operator=(Listing&&) noexcept = default;
Listing::~Listing() = default;

bool Listing::row(std::span<const Cell> all_columns_in_order)
{
    if (!state_->sorter)
        return state_->print({all_columns_in_order, state_->shown});
    state_->sorter->add(all_columns_in_order);
    return true;
}

void Listing::finish(std::span<const Cell> last)
{
    if (state_->sorter)
        state_->sorter->replay([this](std::span<const Cell> cells) {
            return state_->print({cells, state_->sorted});
        });
    if (!last.empty())
        state_->print({last, state_->shown});
    if (state_->rows > 0 || !state_->if_any)
        state_->close();
}

std::int64_t Listing::rows() const
{
    return state_->rows;
}

std::span<const std::size_t> Listing::wanted() const
{
    return state_->wanted;
}

} // namespace crm
