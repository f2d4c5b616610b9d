// SPDX-License-Identifier: MIT
#include "crm/contact/filter.hpp"

#include "crm/base/text.hpp"

namespace crm
{

/// Conditions whose index the planner can use stand in the text only where they are asked for.
std::string filter_sql(const ContactFilter& filter)
{
    std::string sql = R"sql(
               c.merged_into_id IS NULL
           AND (:archived OR c.archived_on IS NULL)
           AND (:kind IS NULL OR c.kind = :kind)
           AND (NOT :customer OR c.customer)
           AND (NOT :supplier OR c.supplier)
           AND (NOT :prospect OR c.prospect)
           AND (:city IS NULL OR fold(c.city) = :city)
           AND (:postcode IS NULL OR c.postcode = :postcode)
           AND (:postcode_prefix IS NULL
                OR substr(c.postcode, 1, length(:postcode_prefix)) = :postcode_prefix)
           AND (:country IS NULL OR coalesce(c.country, :own_country) = :country))sql";
    if (filter.staff)
        sql += " AND c.id IN (SELECT contact_id FROM staff)";
    if (filter.tag)
        sql += " AND c.id IN (SELECT contact_id FROM contact_tag WHERE tag_key = :tag)";
    if (filter.manager_id)
        sql += " AND c.manager_id = :manager";
    return sql;
}

void bind_filter(Statement& query, Store& store, const ContactFilter& filter)
{
    std::optional<std::string> postcode = filter.postcode;
    std::optional<std::string> prefix;
    if (postcode && postcode->ends_with('*')) {
        prefix = postcode->substr(0, postcode->size() - 1);
        postcode.reset();
    }
    const auto kind = filter.kind ? std::optional(to_string(*filter.kind)) : std::nullopt;
    const auto city = filter.city ? std::optional(fold(*filter.city)) : std::nullopt;
    if (filter.tag)
        query.bind(":tag", lower(trim(*filter.tag)));
    if (filter.manager_id)
        query.bind(":manager", *filter.manager_id);
    query.bind(":archived", filter.archived)
        .bind(":kind", kind)
        .bind(":customer", filter.customer)
        .bind(":supplier", filter.supplier)
        .bind(":prospect", filter.prospect)
        .bind(":city", city)
        .bind(":postcode", postcode)
        .bind(":postcode_prefix", prefix)
        .bind(":country", filter.country)
        .bind(":own_country", own_country(store));
}

} // namespace crm
