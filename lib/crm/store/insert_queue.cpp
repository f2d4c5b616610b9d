// SPDX-License-Identifier: MIT
#include "crm/store/insert_queue.hpp"

#include "crm/base/text.hpp"
#include "crm/store/store.hpp"

#include <fmt/format.h>

namespace crm
{

InsertQueue::InsertQueue(std::string_view insert, std::size_t parameters) : row_(parameters)
{
    const auto columns = insert.find('(');
    const auto values = insert.rfind("VALUES");
    auto before = insert.substr(0, columns);
    sql_ =
        fmt::format("{}(id, {}SELECT v0", before, insert.substr(columns + 1, values - columns - 1));
    for (std::size_t column = 1; column <= parameters; ++column)
        sql_ += fmt::format(", v{}", column);
    sql_ += " FROM bulk_rows";
    before = trim(before);
    table_ = before.substr(before.rfind(' ') + 1);
}

void InsertQueue::set(int place, std::string_view text)
{
    row_[index(place)] = {Kind::text, static_cast<std::int64_t>(texts_.size()), text.size()};
    texts_ += text;
}

std::int64_t InsertQueue::push(Store& store)
{
    if (first_id_ == 0) {
        auto last = store.prepare(fmt::format("SELECT coalesce(max(id), 0) FROM {}", table_));
        last.step();
        first_id_ = last.integer(0) + 1;
    }
    const auto before = values_.size() / row_.size();
    values_.insert(values_.end(), row_.begin(), row_.end());
    row_.assign(row_.size(), {});
    return first_id_ + static_cast<std::int64_t>(before);
}

BulkValue InsertQueue::value(std::size_t row, int column) const
{
    if (column == 0)
        return first_id_ + static_cast<std::int64_t>(row);
    const auto& value = values_[row * row_.size() + index(column)];
    switch (value.kind) {
    case Kind::number:
        return value.number;
    case Kind::text:
        return std::string_view(texts_).substr(static_cast<std::size_t>(value.number), value.size);
    default:
        return {};
    }
}

void InsertQueue::write(Store& store)
{
    insert_rows(store, sql_, {values_.size() / row_.size(), [this](std::size_t row, int column) {
                                  return value(row, column);
                              }});
    clear();
}

void InsertQueue::clear()
{
    row_.assign(row_.size(), {});
    values_.clear();
    texts_.clear();
    first_id_ = 0;
}

} // namespace crm
