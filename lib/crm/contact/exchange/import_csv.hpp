// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/import.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

/// The columns of a file and the keys that they stand for, see parse_mapping. Throws usage for a
/// key that there is none, and for a piece without '='.
std::vector<ColumnMapping> parse_contact_mapping(std::string_view text);

/// Reads KEY=VALUE. Throws usage for an unknown key, one that no two contacts can share, and a
/// value that the key does not take.
ImportSetting parse_setting(std::string_view text);

/// The rows of a CSV file whose columns are the keys of an export, or are mapped to them.
class CsvImport
{
  public:
    /// Reads the header. Names are compared without case. Throws usage for a mapping whose column
    /// is not there and for two columns that mean the same, rejected for a file without any name.
    CsvImport(TextSource& text, std::optional<char> delimiter,
              std::span<const ColumnMapping> mapping, std::span<const ImportSetting> settings);

    /// Valid as long as this is.
    ImportSource source();

    [[nodiscard]] const std::vector<std::string>& header() const { return table_.header(); }
    /// Columns that mean nothing here, each with the key that may be meant.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& unknown() const
    {
        return table_.columns().unknown();
    }

  private:
    ImportKeys import_keys();
    std::optional<std::uint32_t> place_of(std::string_view name);
    void check_keys(std::span<const ImportSetting> settings) const;

    std::vector<ExchangeKey> keys_;
    ImportTable table_; ///< made last: it fills keys_
};

} // namespace crm
