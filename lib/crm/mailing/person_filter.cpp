// SPDX-License-Identifier: MIT
#include "crm/mailing/person_filter.hpp"

#include "crm/base/text.hpp"

#include <algorithm>

namespace crm
{

namespace
{

using Ids = std::vector<bool>;

Ids read_ids(Statement query)
{
    Ids ids;
    while (query.step()) {
        const auto id = static_cast<std::size_t>(query.integer(0));
        if (id >= ids.size())
            ids.resize(id + 1);
        ids[id] = true;
    }
    return ids;
}

Ids with_tag(Store& store, std::string_view tag)
{
    auto query = store.prepare(
        "SELECT contact_id FROM contact_tag WHERE tag_key = :tag ORDER BY contact_id DESC");
    query.bind(":tag", lower(trim(tag)));
    return read_ids(std::move(query));
}

Ids mailed_since(Store& store, Date day)
{
    auto query = store.prepare("SELECT contact_id FROM mailing_sendings WHERE at >= :day");
    query.bind(":day", day);
    return read_ids(std::move(query));
}

bool has(const Ids& ids, std::int64_t id)
{
    const auto place = static_cast<std::size_t>(id);
    return place < ids.size() && ids[place];
}

} // namespace

PersonFilter::PersonFilter(Store& store, const RecipientQuery& wanted)
{
    if (wanted.per != Per::person)
        return;
    for (const auto& tag : wanted.filter.tags)
        tagged_.push_back(with_tag(store, tag));
    for (const auto& tag : wanted.filter.not_tags)
        not_tagged_.push_back(with_tag(store, tag));
    if (wanted.filter.not_mailed_since)
        mailed_ = mailed_since(store, *wanted.filter.not_mailed_since);
}

bool PersonFilter::takes(std::int64_t person_id, std::int64_t company_id) const
{
    const auto either = [&](const Ids& ids) { return has(ids, person_id) || has(ids, company_id); };
    return std::ranges::all_of(tagged_, either) && std::ranges::none_of(not_tagged_, either) &&
           !has(mailed_, person_id);
}

} // namespace crm
