// SPDX-License-Identifier: MIT
#include "crm/contact/permission.hpp"

#include "crm/contact/consent.hpp"
#include "crm/store/settings.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

/// The contact, and the companies at which it is approached, each with the last word on the
/// channel.
constexpr const char* parties_sql = R"sql(
    WITH party (id, own) AS (
        SELECT :contact, 1
         UNION ALL
        SELECT :company, 0 WHERE :company <> 0
         UNION ALL
        SELECT company_id, 0
          FROM employment
         WHERE person_id = :contact AND :company = 0
           AND coalesce(first_day, :day) <= :day
           AND coalesce(last_day, :day) >= :day)
    SELECT p.own, c.number, c.kind = 'person', c.consumer, n.state, substr(n.at, 1, 10), n.source,
           n.reason
      FROM party AS p
      JOIN contact AS c ON c.id = p.id
      LEFT JOIN consent AS n ON n.id = (
               SELECT max(x.id) FROM consent AS x
                WHERE x.channel = :channel AND x.at < :next_day
                  AND x.contact_id IN (SELECT p.id
                                        UNION ALL
                                       SELECT m.id FROM contact AS m WHERE m.merged_into_id = p.id))
     ORDER BY p.own DESC)sql";

std::string in_brackets(std::string_view text)
{
    return text.empty() ? std::string() : fmt::format(" ({})", text);
}

std::string setting_of(Store& store, std::string_view channel, const char* kind, Date day)
{
    return setting(store, fmt::format("consent.{}.{}", channel, kind), day);
}

Statement prepare(Store& store, std::string_view channel, Date day)
{
    check_advertising_channel(channel);
    auto query = store.prepare(parties_sql);
    query.bind(":channel", channel).bind(":day", day);
    query.bind(":next_day", day + std::chrono::days(1));
    return query;
}

} // namespace

Permissions::Permissions(Store& store, std::string_view channel, Date day)
    : query_(prepare(store, channel, day)), consumers_(setting_of(store, channel, "consumer", day)),
      businesses_(setting_of(store, channel, "business", day))
{
}

Permission Permissions::by_law(bool consumer) const
{
    const auto& rule = consumer ? consumers_ : businesses_;
    if (rule == "allowed")
        return {true, "allowed by law"};
    if (rule == "presumed")
        return {true, "presumed consent"};
    return {false, "no consent"};
}

Permission Permissions::of(std::int64_t contact_id, std::int64_t company_id)
{
    query_.reset();
    query_.bind(":contact", contact_id).bind(":company", company_id);
    std::string consent;
    bool person = false;
    bool employed = false;
    std::optional<bool> consumer;
    while (query_.step()) {
        const bool own = query_.boolean(0);
        const auto state = query_.text(4);
        if (state == "block")
            return {false,
                    fmt::format("{}blocked on {}{}",
                                own ? "" : fmt::format("company {} ", query_.text(1)),
                                query_.text(5), in_brackets(query_.text(7))),
                    true};
        if (!own) {
            employed = true;
            continue;
        }
        person = query_.boolean(2);
        if (!query_.is_null(3))
            consumer = query_.boolean(3);
        if (state == "allow")
            consent = fmt::format("consent of {}{}", query_.text(5), in_brackets(query_.text(6)));
    }
    if (!consent.empty())
        return {true, std::move(consent)};
    return by_law(consumer.value_or(person && !employed));
}

Permission permission(Store& store, std::int64_t contact_id, std::string_view channel, Date day)
{
    return Permissions(store, channel, day).of(contact_id);
}

} // namespace crm
