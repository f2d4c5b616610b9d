// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>

namespace crm
{

/// What a list says of reminders on its key date: how far an item was reminded, and whether it is
/// not to be.
class ItemDunning
{
  public:
    ItemDunning(Store& store, Date key_date);

    /// The level of the last reminder of runs that were not undone by then; 0 without one.
    std::int64_t level(std::int64_t document_id);
    /// Whether the document or its contact is blocked.
    bool blocked(std::int64_t document_id, std::int64_t contact_id);

  private:
    Date key_date_;
    std::optional<Statement> levels_; ///< nothing while nobody was ever reminded
    std::optional<Statement> blocks_;
};

} // namespace crm
