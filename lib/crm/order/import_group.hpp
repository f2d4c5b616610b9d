// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/import.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Copies of the rows of one order, as they were read: those of the table are gone with the next.
class OrderRows
{
  public:
    OrderRows(const KeyedTable& table) : table_(table) {}

    void add(const ImportRow& row);
    void clear() { rows_.clear(); }

    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const ImportRow& raw(std::size_t place) const { return rows_[place].row; }
    [[nodiscard]] KeyedRow operator[](std::size_t place) const
    {
        return {table_, rows_[place].row};
    }
    /// What the order is called in the file.
    [[nodiscard]] std::string_view number() const { return (*this)[0][OrderKey::number]; }

    /// What the rows say of the order as a whole: the first that says anything. Rejected if another
    /// says something else; `name` is that of the key.
    [[nodiscard]] std::string_view head(OrderKey key, std::string_view name) const;

  private:
    struct Copy {
        std::unique_ptr<char[]> text;
        ImportRow row;
    };

    const KeyedTable& table_;
    std::vector<Copy> rows_;
};

} // namespace crm
