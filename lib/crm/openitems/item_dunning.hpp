// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace crm
{

/// Why an item is not to be reminded of.
struct ItemBlock {
    std::optional<Date> until; ///< nothing: until it is lifted
    std::string reason;
};

/// By when somebody promised to pay an item, or so much of it.
struct ItemPromise {
    Date date;
    std::optional<Money> amount; ///< nothing: all of it
};

/// What a list says of reminders on its key date: how far an item was reminded, and whether it is
/// not to be.
class ItemDunning
{
  public:
    ItemDunning(Store& store, Date key_date);

    /// The level of the last reminder of runs that were not undone by then; 0 without one.
    std::int64_t level(std::int64_t document_id);
    /// The block of the document or its contact, the one that lasts longest.
    std::optional<ItemBlock> block(std::int64_t document_id, std::int64_t contact_id);
    /// The last promise, until its day has passed.
    std::optional<ItemPromise> promise(std::int64_t document_id);

  private:
    Date key_date_;
    std::optional<Statement> levels_; ///< nothing while nobody was ever reminded
    std::optional<Statement> blocks_;
    std::optional<Statement> promises_;
};

} // namespace crm
