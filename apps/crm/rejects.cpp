// SPDX-License-Identifier: MIT
#include "crm/rejects.hpp"

#include "crm/contact/exchange/vcard_cells.hpp"
#include "crm/format/vcard_text.hpp"

namespace crm
{

namespace
{

/// RFC 4180: quoted where a reader could take the cell for something else.
void append_cell(std::string& row, std::string_view cell)
{
    if (!row.empty())
        row += ',';
    if (cell.find_first_of(",;\"\r\n\t") == cell.npos && !cell.empty()) {
        row += cell;
        return;
    }
    row += '"';
    for (const char c : cell) {
        row += c;
        if (c == '"')
            row += c;
    }
    row += '"';
}

} // namespace

RejectedRows::RejectedRows(std::optional<std::string> file, std::vector<std::string> header)
    : wanted_(file.has_value()), header_(std::move(header)), output_(std::move(file))
{
}

void RejectedRows::add(const std::vector<std::string_view>& cells, std::int64_t line,
                       std::string_view reason)
{
    if (!wanted_)
        return;
    if (!begun_) {
        std::string head;
        for (const auto& name : header_)
            append_cell(head, name);
        output_.stream() << head << ",line,reason\n";
        begun_ = true;
    }
    std::string row;
    for (const auto cell : cells)
        append_cell(row, cell);
    append_cell(row, std::to_string(line));
    append_cell(row, reason);
    output_.stream() << row << '\n';
}

void RejectedCards::add(VCard card, std::string_view reason)
{
    if (!wanted_)
        return;
    card.others.emplace_back(reason_property, escape_vcard(reason));
    std::string text;
    write_vcard(text, card);
    output_.stream() << text;
}

} // namespace crm
