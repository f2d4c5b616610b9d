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

/// Rows of contact_text_index, collected to be written by one statement: that costs less for each,
/// and while FTS5 works, nothing else is in its way in the caches of the processor.
class IndexTexts
{
  public:
    using Columns = std::array<std::string_view, 4>; ///< in the order of the table

    void add(std::int64_t contact_id, const Columns& columns);
    void write(Store& store);
    void forget();
    /// Memory that is used, in bytes.
    [[nodiscard]] std::size_t bytes() const { return texts_.size() + rows_.size() * sizeof(Row); }

  private:
    struct Row {
        std::int64_t contact_id = 0;
        std::array<std::uint32_t, 5> places{}; ///< where each column begins, and the last ends
    };

    [[nodiscard]] std::string_view column(const Row& row, std::size_t place) const;
    void write_each(Store& store) const;
    void write_all(Store& store) const;

    std::string texts_;
    std::vector<Row> rows_;
};

} // namespace crm
