// SPDX-License-Identifier: MIT
#include "crm/format/json_writer.hpp"

#include "crm/base/json_text.hpp"

#include <numeric>
#include <type_traits>

namespace crm
{

namespace
{

void append_list(std::string& out, std::string_view items)
{
    out += '[';
    for (std::size_t begin = 0; begin < items.size();) {
        const auto end = std::min(items.find(';', begin), items.size());
        if (begin > 0)
            out += ',';
        append_json_string(out, items.substr(begin, end - begin));
        begin = end + 1;
    }
    out += ']';
}

} // namespace

void append_json_value(std::string& out, const Cell& cell)
{
    const auto write = [&out]<class Value>(const Value& value) {
        if constexpr (std::is_same_v<Value, std::monostate>)
            out += "null";
        else if constexpr (std::is_same_v<Value, List>)
            append_list(out, value.items);
        else if constexpr (std::is_same_v<Value, bool>)
            out += value ? "true" : "false";
        else if constexpr (Number<Value>)
            out += short_text(value).view();
        else if constexpr (std::is_same_v<Value, Date>)
            out.append(1, '"').append(short_text(value).view()).append(1, '"');
        else
            append_json_string(out, value);
    };
    std::visit(write, cell);
}

JsonWriter::JsonWriter(const std::vector<ColumnInfo>& shown, const OutputOptions& options,
                       std::ostream& out)
    : out_(out), array_(options.format == Format::json)
{
    for (const auto& column : shown) {
        std::string name(names_.empty() ? "{" : ",");
        append_json_string(name, column.key);
        names_.push_back(name + ':');
    }
}

void JsonWriter::row(const RowView& cells)
{
    if (array_)
        out_.put(first_ ? std::string_view("[\n") : std::string_view(",\n"));
    first_ = false;
    for (std::size_t place = 0; place < cells.size(); ++place) {
        out_.put(names_[place]);
        append_json_value(out_.text(), cells[place]);
    }
    out_.put('}');
    if (!array_)
        out_.put('\n');
    out_.end_row();
}

void JsonWriter::finish()
{
    if (array_)
        out_.put(first_ ? std::string_view("[]\n") : std::string_view("\n]\n"));
    out_.finish();
}

void write_object(std::span<const ColumnInfo> columns, std::span<const Cell> cells,
                  std::ostream& out)
{
    OutputOptions options;
    options.format = Format::jsonl;
    std::vector<std::size_t> order(columns.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    JsonWriter writer({columns.begin(), columns.end()}, options, out);
    writer.row({cells, order});
    writer.finish();
}

} // namespace crm
