// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/contact/exchange/address_cell.hpp"
#include "crm/contact/exchange/column_key.hpp"
#include "crm/contact/exchange/import_table.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

/// A value that every row is given (`--set`).
using ImportSetting = std::pair<ExchangeKey, std::string>;

/// The cells of a row by what they mean; values of fields are checked.
struct ImportCells {
    FieldValues values;
    std::array<std::string, exchange_part_count> texts; ///< by ExchangePart; "-" empties
    std::vector<std::pair<std::string, std::string>> own_fields;
    std::vector<Address> addresses;
    std::vector<std::string> dropped_addresses; ///< usages of those that "-" takes away

    [[nodiscard]] const std::string& text(ExchangePart part) const
    {
        return texts[static_cast<std::size_t>(part)];
    }
    std::string& text(ExchangePart part) { return texts[static_cast<std::size_t>(part)]; }
};

/// Throws rejected for a value that fails its check.
ImportCells read_cells(std::span<const ExchangeKey> keys, const ImportRow& row,
                       std::span<const ImportSetting> settings);

/// A reference to another contact or staff member, as it is written; empty if there is none.
struct ImportEmployer {
    std::string number;
    std::string name;
    [[nodiscard]] bool given() const { return !number.empty() || !name.empty(); }
};

/// The contact that a row describes. References are still words: the company of `data.employment`
/// (its id is 0), the manager, the deputy of `data.staff`.
struct ImportContact {
    ContactKind kind = ContactKind::company;
    ContactData data;
    ImportEmployer employer;
    std::string manager; ///< "-" takes it away
    std::string deputy;
    std::vector<Address> addresses;
    std::vector<std::string> dropped_addresses;
    bool drops_tags = false;
    std::vector<std::string> blocks;             ///< channels of advertising
    std::vector<std::string> consents;           ///< none of those
    std::optional<std::optional<Date>> archived; ///< nothing inside: takes it back
    /// The contact person of a company's row, whose employment is at that company.
    std::optional<ContactData> person;
    std::vector<std::string> warnings;
};

/// What the row says, by the rules of cli.md 3. `known` is the kind of the contact that it changes;
/// without one the row must have a name. Throws rejected.
ImportContact read_contact(ImportCells cells, std::optional<ContactKind> known, Date today);

} // namespace crm
