// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/import.hpp"
#include "crm/contact/exchange/vcard_cells.hpp"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// The contacts of an address book as the rows of an import. Groups, which are only lists of other
/// cards, are left out and named to `left_out`.
class VCardImport
{
  public:
    using LeftOut = std::function<void(std::int64_t line, const std::string& sentence)>;

    VCardImport(TextSource& text, LeftOut left_out) : reader_(text), left_out_(std::move(left_out))
    {
    }

    /// Valid as long as this is.
    ImportSource source();

    /// A row of the source as the card that it came from, as far as it was understood.
    VCard card_of_row(const ImportRow& row) const;

  private:
    bool next(ImportRow& row);
    bool next_card();
    std::uint32_t key_of(const std::string& name);

    VCardReader reader_;
    LeftOut left_out_;
    VCard card_;
    std::vector<KeyedCells> rows_; ///< of the card
    std::size_t next_row_ = 0;
    std::vector<ExchangeKey> keys_;
    std::unordered_map<std::string, std::uint32_t> places_;
};

} // namespace crm
