// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Entries for an index over texts, collected to be written in its order: then an index of any size
/// is walked through once, where entries as they come would hit a page of it each. The texts lie
/// one behind the other, so that a million of them take little memory.
class IndexKeys
{
  public:
    struct Key {
        std::array<std::uint64_t, 2> beginning{}; ///< of the text, as numbers that sort like it
        std::uint32_t place = 0;
        std::uint32_t size = 0;
        std::int64_t contact_id = 0;
        std::int64_t employment_id = 0;
        const char* kind = ""; ///< stays where it is
    };

    void add(std::string_view text, std::int64_t contact_id, std::int64_t employment_id = 0,
             const char* kind = "");
    /// Writes them all by an INSERT that selects text, contact, employment and kind as v0 to v3
    /// from bulk_rows.
    void write(Store& store, std::string_view sql);
    void forget();
    /// Memory that is used, in bytes.
    [[nodiscard]] std::size_t bytes() const { return texts_.size() + keys_.size() * sizeof(Key); }

  private:
    [[nodiscard]] std::string_view text(const Key& key) const
    {
        return std::string_view(texts_).substr(key.place, key.size);
    }
    [[nodiscard]] bool less(const Key& a, const Key& b) const;

    std::string texts_;
    std::vector<Key> keys_;
};

} // namespace crm
