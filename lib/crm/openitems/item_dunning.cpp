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
            SELECT last_day, reason FROM dunning_block
             WHERE (document_id = :document OR contact_id = :contact)
               AND first_day <= :day AND coalesce(last_day, :day) >= :day
             ORDER BY last_day IS NOT NULL, last_day DESC, id
             LIMIT 1)sql"));
    if (store.prepare("SELECT 1 FROM payment_promise LIMIT 1").step())
        promises_.emplace(store.prepare(R"sql(
            SELECT date, amount FROM payment_promise
             WHERE document_id = :document AND made_on <= :day
             ORDER BY id DESC
             LIMIT 1)sql"));
}

std::int64_t ItemDunning::level(std::int64_t document_id)
{
    if (!levels_)
        return 0;
    levels_->reset();
    levels_->bind(":document", document_id).bind(":day", key_date_).step();
    return levels_->integer(0);
}

std::optional<ItemBlock> ItemDunning::block(std::int64_t document_id, std::int64_t contact_id)
{
    if (!blocks_)
        return std::nullopt;
    blocks_->reset();
    blocks_->bind(":document", document_id).bind(":contact", contact_id).bind(":day", key_date_);
    if (!blocks_->step())
        return std::nullopt;
    return ItemBlock{blocks_->date(0), blocks_->string(1)};
}

std::optional<ItemPromise> ItemDunning::promise(std::int64_t document_id)
{
    if (!promises_)
        return std::nullopt;
    promises_->reset();
    promises_->bind(":document", document_id).bind(":day", key_date_);
    if (!promises_->step() || *promises_->date(0) < key_date_)
        return std::nullopt;
    ItemPromise promise{*promises_->date(0), std::nullopt};
    if (!promises_->is_null(1))
        promise.amount = promises_->money(1);
    return promise;
}

} // namespace crm
