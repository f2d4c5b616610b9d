// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/base/translate.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crm
{

/// What a column holds. `time` is ISO text (`2026-06-30T14:05`).
enum class Kind {
    text,
    integer,
    real,
    money,
    unit_price,
    quantity,
    percent,
    date,
    time,
    boolean,
    list,
};

/// Several values, joined by `;` (no value contains one).
struct List {
    std::string_view items;
};

/// Whether values of the kind are numbers, which stand at the right.
constexpr bool is_number(Kind kind)
{
    return kind == Kind::integer || kind == Kind::real || kind == Kind::money ||
           kind == Kind::unit_price || kind == Kind::quantity || kind == Kind::percent;
}

/// A number in the characters in which SQLite writes it, `1.5` or `1.0e+20`: at most 24.
struct NumberText {
    std::string_view digits;
};

inline ShortText short_text(NumberText number)
{
    ShortText text;
    for (auto digit = number.digits.rbegin(); digit != number.digits.rend(); ++digit)
        text.push_front(*digit);
    return text;
}

/// One value of a row; monostate is nothing. A string_view must live as long as the row it is read
/// from.
using Cell = std::variant<std::monostate, std::string_view, std::string, std::int64_t, bool, Date,
                          Money, UnitPrice, Quantity, Rate, List, NumberText>;

/// The cell of a value that may be missing.
template<class Value>
Cell cell(const std::optional<Value>& value)
{
    return value ? Cell(*value) : Cell();
}

/// The same without a copy of the text.
inline Cell cell(const std::optional<std::string>& text)
{
    return text ? Cell(std::string_view(*text)) : Cell();
}

/// Text as a cell, empty text as nothing.
inline Cell text_cell(std::string_view text)
{
    return text.empty() ? Cell() : Cell(text);
}

/// One column of a listing: `key` names it for machines, `title` is its heading in the table. A
/// `detail` is the first to go where a terminal is too narrow for all.
template<class Row>
struct Column {
    const char* key;
    const char* title;
    Kind kind;
    Cell (*get)(const Row&);
    bool detail = false;
};
constexpr bool detail = true;

/// A column without its getter.
struct ColumnInfo {
    std::string key;
    std::string title;
    Kind kind = Kind::text;
    bool detail = false;
};

template<class Row>
std::vector<ColumnInfo> column_infos(std::span<const Column<Row>> columns)
{
    std::vector<ColumnInfo> infos;
    infos.reserve(columns.size());
    for (const auto& column : columns)
        infos.push_back({column.key, tr(column.title), column.kind, column.detail});
    return infos;
}

/// The cells of one row in the order in which they are shown.
class RowView
{
  public:
    RowView(std::span<const Cell> cells, std::span<const std::size_t> order)
        : cells_(cells), order_(order)
    {
    }

    std::size_t size() const { return order_.size(); }
    const Cell& operator[](std::size_t place) const { return cells_[order_[place]]; }

  private:
    std::span<const Cell> cells_;
    std::span<const std::size_t> order_;
};

/// A value that every format writes as digits; its text is `short_text(value)`.
template<class Value>
concept Number = std::same_as<Value, std::int64_t> || std::same_as<Value, Money> ||
    std::same_as<Value, UnitPrice> || std::same_as<Value, Quantity> || std::same_as<Value, Rate> ||
    std::same_as<Value, NumberText>;

} // namespace crm
