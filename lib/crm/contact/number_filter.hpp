// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace crm
{

/// Tells at once of most contact numbers that nobody has them, which an import of many new contacts
/// would otherwise look up row by row (a Bloom filter: Burton H. Bloom, Space/time trade-offs in
/// hash coding with allowable errors, 1970). It is of use only for a database that has few contacts
/// yet, whose numbers can be read at once.
class NumberFilter
{
  public:
    explicit NumberFilter(Store& store);

    /// To be called for every number that is given.
    void add(std::string_view number_key);
    /// False if certainly nobody has it.
    [[nodiscard]] bool may_hold(std::string_view number_key) const;

  private:
    [[nodiscard]] static std::array<std::uint64_t, 2> bits_of(std::string_view number_key);

    std::vector<std::uint64_t> words_; ///< empty: every number may be there
};

} // namespace crm
