// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/import_vcard.hpp"

#include "crm/base/translate.hpp"

namespace crm
{

/// The place of a key; a name that is none, from a card that was tampered with, is left out.
std::uint32_t VCardImport::key_of(const std::string& name)
{
    if (const auto known = places_.find(name); known != places_.end())
        return known->second;
    auto key = exchange_key(name);
    const auto place = key ? static_cast<std::uint32_t>(keys_.size()) : ImportCell::ignored;
    if (key)
        keys_.push_back(std::move(*key));
    places_.emplace(name, place);
    return place;
}

bool VCardImport::next_card()
{
    while (reader_.next(card_)) {
        if (card_.kind != "group" || !card_.problem.empty())
            return true;
        left_out_(card_.line,
                  format("'{}' is a group of cards and is left out", card_.formatted_name));
    }
    return false;
}

bool VCardImport::next(ImportRow& row)
{
    row.problem.clear();
    row.cells.clear();
    if (next_row_ == rows_.size()) {
        if (!next_card())
            return false;
        rows_ = rows_of(card_);
        next_row_ = 0;
        row.problem = card_.problem;
    }
    row.line = card_.line;
    for (const auto& [key, text] : rows_[next_row_])
        row.cells.push_back({key_of(key), text});
    ++next_row_;
    return true;
}

ImportSource VCardImport::source()
{
    return {keys_, [this](ImportRow& row) { return next(row); }};
}

VCard VCardImport::card_of_row(const ImportRow& row) const
{
    KeyedCells cells;
    for (const auto& [key, text] : row.cells)
        if (key != ImportCell::ignored)
            cells.emplace_back(keys_[key].name, text);
    return complete_card({std::move(cells)});
}

} // namespace crm
