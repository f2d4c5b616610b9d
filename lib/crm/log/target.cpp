// SPDX-License-Identifier: MIT
#include "crm/log/target.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

namespace crm
{

namespace
{

void check(const ContactTarget& target)
{
    const auto in_range = [](std::int64_t days) { return days >= 1 && days <= longest_target; };
    if (!in_range(target.ideal) || (target.latest && !in_range(*target.latest)))
        throw error(ErrorKind::rejected, "a target is 1 to {} days", longest_target);
    if (target.latest && *target.latest < target.ideal)
        throw error(ErrorKind::rejected, "the latest day ({}) would come before the ideal one ({})",
                    *target.latest, target.ideal);
}

void insert(Store& store, std::optional<std::int64_t> contact_id,
            std::optional<std::string_view> tag_key, const ContactTarget& target)
{
    store
        .prepare(R"sql(
            INSERT INTO contact_target (contact_id, tag_key, ideal, latest)
            VALUES (:contact, :tag, :ideal, :latest))sql")
        .bind(":contact", contact_id)
        .bind(":tag", tag_key)
        .bind(":ideal", target.ideal)
        .bind(":latest", target.latest)
        .run();
}

} // namespace

void set_contact_target(Store& store, std::int64_t contact_id,
                        const std::optional<ContactTarget>& target)
{
    if (target)
        check(*target);
    store.prepare("DELETE FROM contact_target WHERE contact_id = :contact")
        .bind(":contact", contact_id)
        .run();
    if (target)
        insert(store, contact_id, std::nullopt, *target);
}

void set_tag_target(Store& store, std::string_view tag, const std::optional<ContactTarget>& target)
{
    const auto key = lower(trim(tag));
    if (key.empty())
        throw error(ErrorKind::rejected, "'{}' cannot be a tag", tag);
    if (target)
        check(*target);
    store.prepare("DELETE FROM contact_target WHERE tag_key = :tag").bind(":tag", key).run();
    if (target)
        insert(store, std::nullopt, key, *target);
}

} // namespace crm
