// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/export_vcard.hpp"

#include "crm/contact/exchange/vcard_cells.hpp"

namespace crm
{

namespace
{

/// The kinds of cells that an export of contacts has.
struct CellText {
    std::string operator()(std::string_view text) const { return std::string(text); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(bool value) const { return value ? "yes" : "no"; }
    std::string operator()(Date day) const { return to_string(day); }
    std::string operator()(const List& list) const { return std::string(list.items); }
    template<class Other>
    std::string operator()(const Other& /*no value, or no such column*/) const
    {
        return {};
    }
};

KeyedCells keyed(const std::vector<ColumnInfo>& columns, std::span<const Cell> cells)
{
    KeyedCells keyed;
    for (std::size_t place = 0; place < cells.size(); ++place)
        if (auto text = std::visit(CellText(), cells[place]); !text.empty())
            keyed.emplace_back(columns[place].key, std::move(text));
    return keyed;
}

} // namespace

void export_vcards(ContactExport& source, const std::function<bool(std::string_view card)>& use)
{
    std::vector<KeyedCells> rows; // of one contact
    bool more = true;
    const auto flush = [&] {
        std::string card;
        if (!rows.empty())
            write_vcard(card, complete_card(rows));
        more = rows.empty() || use(card);
        rows.clear();
    };
    source.run([&](std::span<const Cell> cells) {
        auto row = keyed(source.columns(), cells);
        if (!rows.empty() && cell_of(rows.front(), "number") != cell_of(row, "number"))
            flush();
        rows.push_back(std::move(row));
        return more;
    });
    if (more)
        flush();
}

} // namespace crm
