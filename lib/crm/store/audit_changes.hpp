// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Changed records, in their order. The values of all lie one behind the other in one text, so that
/// many can wait without a piece of memory for each.
class AuditChanges
{
  public:
    /// The place of a change that is no part of another.
    static constexpr std::size_t alone = static_cast<std::size_t>(-1);

    struct Change {
        std::string_view table;
        std::int64_t record = 0;
        std::int64_t contact = 0;  ///< 0: concerns no contact
        std::size_t whole = alone; ///< the place of what it is written with, which is before it
        std::string_view columns;  ///< of a part: their names, as a JSON array
        std::size_t begin = 0, middle = 0, end = 0;
    };

    /// `before` and `after` are JSON objects, or empty; `after` of a part is an array of its
    /// values.
    void add(Change change, std::string_view before, std::string_view after)
    {
        change.begin = texts_.size();
        texts_ += before;
        change.middle = texts_.size();
        texts_ += after;
        change.end = texts_.size();
        changes_.push_back(change);
    }

    [[nodiscard]] bool empty() const { return changes_.empty(); }
    [[nodiscard]] std::size_t size() const { return changes_.size(); }
    /// The size of all values, in bytes.
    [[nodiscard]] std::size_t bytes() const { return texts_.size(); }
    const Change& operator[](std::size_t place) const { return changes_[place]; }
    [[nodiscard]] std::string_view before(const Change& change) const
    {
        return std::string_view(texts_).substr(change.begin, change.middle - change.begin);
    }
    [[nodiscard]] std::string_view after(const Change& change) const
    {
        return std::string_view(texts_).substr(change.middle, change.end - change.middle);
    }

    /// Forgets all but the first `count`.
    void keep(std::size_t count)
    {
        if (count >= changes_.size())
            return;
        texts_.resize(changes_[count].begin);
        changes_.resize(count);
    }

  private:
    std::vector<Change> changes_;
    std::string texts_;
};

} // namespace crm
