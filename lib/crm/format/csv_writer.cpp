// SPDX-License-Identifier: MIT
#include "crm/format/csv_writer.hpp"

#include "crm/format/formula_guard.hpp"

#include <algorithm>
#include <type_traits>

namespace crm
{

namespace
{

/// `30.06.2026` from `2026-06-30`.
ShortText german_date(std::string_view iso)
{
    ShortText text;
    const auto put = [&](std::size_t begin, std::size_t end) {
        while (end > begin)
            text.push_front(iso[--end]);
    };
    put(0, 4);
    text.push_front('.');
    put(5, 7);
    text.push_front('.');
    put(8, 10);
    return text;
}

} // namespace

CsvWriter::CsvWriter(std::vector<ColumnInfo> shown, const OutputOptions& options, std::ostream& out)
    : shown_(std::move(shown)), out_(out), german_(options.dialect == CsvDialect::excel_de),
      delimiter_(german_ ? ';' : ',')
{
    for (const char special : {delimiter_, '"', '\r', '\n'})
        needs_quotes_[static_cast<unsigned char>(special)] = true;
    if (german_)
        out_.put("\xEF\xBB\xBF");
    if (!options.header)
        return;
    const auto begin = out_.text().size();
    for (std::size_t place = 0; place < shown_.size(); ++place) {
        if (place > 0)
            out_.put(delimiter_);
        put_text(shown_[place].key);
    }
    end_line(begin);
}

void CsvWriter::row(const RowView& cells)
{
    const auto begin = out_.text().size();
    for (std::size_t place = 0; place < cells.size(); ++place) {
        if (place > 0)
            out_.put(delimiter_);
        put(cells[place], shown_[place].kind);
    }
    end_line(begin);
    out_.end_row();
}

void CsvWriter::finish()
{
    out_.finish();
}

void CsvWriter::put(const Cell& cell, Kind kind)
{
    const auto write = [&]<class Value>(const Value& value) {
        if constexpr (std::is_same_v<Value, List>)
            put_text(value.items);
        else if constexpr (std::is_same_v<Value, bool>)
            out_.put(value ? std::string_view("yes") : std::string_view("no"));
        else if constexpr (std::is_same_v<Value, Date>)
            put_date(short_text(value));
        else if constexpr (Number<Value>)
            put_number(short_text(value));
        else if constexpr (!std::is_same_v<Value, std::monostate>)
            kind == Kind::time ? put_time(value) : put_text(value);
    };
    std::visit(write, cell);
}

void CsvWriter::put_number(ShortText text)
{
    if (german_)
        text.replace('.', ',');
    out_.put(text.view());
}

void CsvWriter::put_date(ShortText iso)
{
    out_.put(german_ ? german_date(iso.view()).view() : iso.view());
}

void CsvWriter::put_time(std::string_view iso)
{
    if (!german_ || iso.size() < 11 || iso[10] != 'T' || !parse_iso_date(iso.substr(0, 10)))
        return put_text(iso);
    out_.put(german_date(iso).view());
    out_.put(' ');
    out_.put(iso.substr(11));
}

void CsvWriter::put_text(std::string_view text)
{
    const std::string_view guard = german_ && begins_like_formula(text) ? "'" : "";
    const auto special = [this](char character) {
        return needs_quotes_[static_cast<unsigned char>(character)];
    };
    if (std::ranges::any_of(text, special))
        return put_quoted(guard, text);
    out_.put(guard);
    out_.put(text);
}

void CsvWriter::put_quoted(std::string_view guard, std::string_view text)
{
    out_.put('"');
    out_.put(guard);
    for (const char character : text) {
        if (character == '"')
            out_.put('"');
        out_.put(character);
    }
    out_.put('"');
}

/// An empty line would be no row to a reader: a single empty field is written as `""`.
void CsvWriter::end_line(std::size_t line_begin)
{
    if (out_.text().size() == line_begin)
        out_.put("\"\"");
    out_.put(german_ ? std::string_view("\r\n") : std::string_view("\n"));
}

} // namespace crm
