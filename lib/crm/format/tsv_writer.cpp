// SPDX-License-Identifier: MIT
#include "crm/format/tsv_writer.hpp"

#include "crm/format/tsv_text.hpp"

#include <type_traits>

namespace crm
{

TsvWriter::TsvWriter(const std::vector<ColumnInfo>& shown, const OutputOptions& options,
                     std::ostream& out)
    : out_(out)
{
    if (!options.header)
        return;
    for (std::size_t place = 0; place < shown.size(); ++place) {
        if (place > 0)
            out_.put('\t');
        put_text(shown[place].key);
    }
    out_.put('\n');
}

void TsvWriter::row(const RowView& cells)
{
    for (std::size_t place = 0; place < cells.size(); ++place) {
        if (place > 0)
            out_.put('\t');
        put(cells[place]);
    }
    out_.put('\n');
    out_.end_row();
}

void TsvWriter::finish()
{
    out_.finish();
}

void TsvWriter::put(const Cell& cell)
{
    const auto write = [this]<class Value>(const Value& value) {
        if constexpr (std::is_same_v<Value, List>)
            put_text(value.items);
        else if constexpr (std::is_same_v<Value, bool>)
            out_.put(value ? std::string_view("yes") : std::string_view("no"));
        else if constexpr (Number<Value> || std::is_same_v<Value, Date>)
            out_.put(short_text(value).view());
        else if constexpr (!std::is_same_v<Value, std::monostate>)
            put_text(value);
    };
    std::visit(write, cell);
}

void TsvWriter::put_text(std::string_view text)
{
    std::size_t begin = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const auto escaped = tsv_escape(text[place]);
        if (escaped.empty())
            continue;
        out_.put(text.substr(begin, place - begin));
        out_.put(escaped);
        begin = place + 1;
    }
    out_.put(text.substr(begin));
}

} // namespace crm
