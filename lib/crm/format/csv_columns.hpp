// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

/// A column of the file and the key that it stands for; an empty key leaves the column out.
using ColumnMapping = std::pair<std::string, std::string>;

/// Reads `Firma=company,PLZ=postcode`; a column's name may contain commas and equals signs.
/// `known_key` gives a key as it is written, or throws usage. Throws usage for a piece without '='.
std::vector<ColumnMapping>
parse_mapping(std::string_view text, const std::function<std::string(std::string_view)>& known_key);

/// Reads KEY=VALUE, for `--set`, without blanks around them. Throws usage without '='.
std::pair<std::string, std::string> parse_key_value(std::string_view text);

/// The keys that an import knows, by their places in a list of its own.
struct ImportKeys {
    std::function<std::optional<std::uint32_t>(std::string_view name)> place; ///< case ignored
    std::function<std::string(std::uint32_t place)> name;
    std::function<bool(std::uint32_t place)> takes_several; ///< columns side by side
    std::vector<std::string> all;                           ///< to suggest
};

/// What the columns of a file mean.
class CsvColumns
{
  public:
    static constexpr std::uint32_t ignored = std::numeric_limits<std::uint32_t>::max();

    /// Names are compared without case. Throws usage for a mapping whose column is not there and
    /// for two columns that mean the same.
    CsvColumns(std::span<const std::string> header, std::span<const ColumnMapping> mapping,
               const ImportKeys& keys);

    /// The key of each column, or `ignored`.
    [[nodiscard]] const std::vector<std::uint32_t>& places() const { return places_; }
    /// Columns that mean nothing here, each with the key that may be meant.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& unknown() const
    {
        return unknown_;
    }
    [[nodiscard]] bool has(std::uint32_t place) const;

  private:
    void add(std::span<const std::string> header, const std::string& name, bool mapped,
             std::optional<std::uint32_t> place, const ImportKeys& keys);

    std::vector<std::uint32_t> places_;
    std::vector<std::pair<std::string, std::string>> unknown_;
};

} // namespace crm
