// SPDX-License-Identifier: MIT
#include "crm/openitems/item_dunning.hpp"

namespace crm
{

ItemDunning::ItemDunning(Store& store, Date key_date) : key_date_(key_date)
{
    if (store.prepare("SELECT 1 FROM dunning_run LIMIT 1").step())
        levels_.emplace(store.prepare(R"sql(
            SELECT coalesce(max(l.level), 0)
              FROM dunning_line AS l
              JOIN dunning_run AS r ON r.id = l.run_id
             WHERE l.document_id = :document AND r.date <= :day
               AND (r.undone_on IS NULL OR r.undone_on > :day))sql"));
    if (store.prepare("SELECT 1 FROM dunning_block LIMIT 1").step())
        blocks_.emplace(store.prepare(R"sql(
            SELECT 1 FROM dunning_block
             WHERE (document_id = :document OR contact_id = :contact)
               AND first_day <= :day AND coalesce(last_day, :day) >= :day)sql"));
}

std::int64_t ItemDunning::level(std::int64_t document_id)
{
    if (!levels_)
        return 0;
    levels_->reset();
    levels_->bind(":document", document_id).bind(":day", key_date_).step();
    return levels_->integer(0);
}

bool ItemDunning::blocked(std::int64_t document_id, std::int64_t contact_id)
{
    if (!blocks_)
        return false;
    blocks_->reset();
    blocks_->bind(":document", document_id).bind(":contact", contact_id).bind(":day", key_date_);
    return blocks_->step();
}

} // namespace crm
