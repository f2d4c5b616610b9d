// SPDX-License-Identifier: MIT
#include "crm/format/table_writer.hpp"

#include "crm/base/translate.hpp"
#include "crm/base/width.hpp"
#include "crm/format/table_layout.hpp"

#include <algorithm>
#include <type_traits>

namespace crm
{

namespace
{

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

bool is_text(Kind kind)
{
    return kind == Kind::text || kind == Kind::list;
}

/// `a, b` from `a;b`.
std::string spaced(std::string_view items)
{
    std::string text;
    for (const char character : items)
        character == ';' ? text += ", " : text += character;
    return text;
}

} // namespace

TableWriter::TableWriter(std::vector<ColumnInfo> shown, const OutputOptions& options,
                         std::ostream& out)
    : shown_(std::move(shown)), out_(out), header_(options.header), color_(options.color),
      chosen_(!options.columns.empty()), terminal_width_(options.terminal_width)
{
    for (const auto& column : shown_)
        fields_.push_back(add_printable(column.title));
}

void TableWriter::row(const RowView& cells)
{
    for (std::size_t place = 0; place < cells.size(); ++place)
        fields_.push_back(add_cell(cells[place]));
}

void TableWriter::finish()
{
    const auto columns = shown_.size();
    const auto fitted = widths();
    const std::span<const Field> fields = fields_;
    for (std::size_t begin = header_ ? 0 : columns; begin < fields.size(); begin += columns) {
        const bool emphasis = color_ && begin == 0;
        if (emphasis)
            out_.put(bold);
        put_line(fields.subspan(begin, columns), fitted);
        if (emphasis)
            out_.put(plain);
        out_.put('\n');
        out_.end_row();
    }
    name_left_out(fitted);
    out_.finish();
}

/// Says which columns with values the terminal has no room for.
void TableWriter::name_left_out(std::span<const int> widths)
{
    if (!terminal_width_ || fields_.size() == shown_.size())
        return;
    std::string keys;
    for (std::size_t place = 0; place < shown_.size(); ++place)
        if (widths[place] == 0 && !is_empty(place))
            keys += (keys.empty() ? "" : ",") + shown_[place].key;
    if (keys.empty())
        return;
    out_.put(cut_to_width(format("no room for {} (-c chooses)", keys), *terminal_width_));
    out_.put('\n');
}

TableWriter::Field TableWriter::add_text(std::string_view text)
{
    const Field field{texts_.size(), static_cast<std::uint32_t>(text.size()), display_width(text)};
    texts_ += text;
    return field;
}

TableWriter::Field TableWriter::add_printable(std::string_view text)
{
    return add_text(printable(text));
}

TableWriter::Field TableWriter::add_cell(const Cell& cell)
{
    const auto write = [this]<class Value>(const Value& value) {
        if constexpr (std::is_same_v<Value, std::monostate>)
            return add_text(std::string_view());
        else if constexpr (std::is_same_v<Value, List>)
            return add_printable(spaced(value.items));
        else if constexpr (std::is_same_v<Value, bool>)
            return add_text(std::string_view(value ? tr("yes") : tr("no")));
        else if constexpr (Number<Value> || std::is_same_v<Value, Date>)
            return add_text(short_text(value).view());
        else
            return add_printable(value);
    };
    return std::visit(write, cell);
}

/// The width of each column on the screen; the heading counts only where it is printed.
std::vector<int> TableWriter::widths() const
{
    std::vector<ColumnWidth> columns;
    for (std::size_t place = 0; place < shown_.size(); ++place) {
        ColumnWidth column{header_ ? fields_[place].width : 0, is_text(shown_[place].kind),
                           is_empty(place), shown_[place].detail};
        for (auto field = place + shown_.size(); field < fields_.size(); field += shown_.size())
            column.widest = std::max(column.widest, fields_[field].width);
        columns.push_back(column);
    }
    return fit_columns(columns, terminal_width_, chosen_);
}

/// Whether there are rows, and none has a value in the column.
bool TableWriter::is_empty(std::size_t place) const
{
    for (auto field = place + shown_.size(); field < fields_.size(); field += shown_.size())
        if (fields_[field].width > 0)
            return false;
    return fields_.size() > shown_.size();
}

void TableWriter::put_line(std::span<const Field> fields, std::span<const int> widths)
{
    const auto begin = out_.text().size();
    bool first = true;
    for (std::size_t place = 0; place < fields.size(); ++place) {
        if (widths[place] == 0)
            continue;
        if (!first)
            out_.text().append(column_gap, ' ');
        first = false;
        put_field(fields[place], widths[place], is_number(shown_[place].kind));
    }
    const auto last = out_.text().find_last_not_of(' ');
    out_.text().resize(last == std::string::npos ? begin : std::max(begin, last + 1));
}

void TableWriter::put_field(const Field& field, int width, bool right)
{
    auto text = std::string_view(texts_).substr(field.begin, field.bytes);
    std::string cut;
    int used = field.width;
    if (used > width) {
        cut = cut_to_width(text, width);
        text = cut;
        used = display_width(text);
    }
    const std::string blanks(static_cast<std::size_t>(std::max(width - used, 0)), ' ');
    if (right)
        out_.put(blanks);
    out_.put(text);
    if (!right)
        out_.put(blanks);
}

} // namespace crm
