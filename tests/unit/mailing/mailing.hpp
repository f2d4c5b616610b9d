// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/consent.hpp"
#include "crm/mailing/recipients.hpp"
#include "tests/unit/contact/people.hpp"

#include <string>

namespace crm::test
{

/// small_company() with Müller GmbH (3, number 10002) as a customer with an address. Eva Meier (4)
/// works there mainly.
inline Store mailed_company()
{
    auto store = small_company();
    change(store, "UPDATE contact SET customer = 1, street = 'Ring 1', postcode = '37073' "
                  "WHERE id = 3");
    return store;
}

inline RecipientQuery by_post()
{
    RecipientQuery query;
    query.channel = "post";
    query.today = today;
    return query;
}

inline std::vector<Recipient> recipients(Store& store, const RecipientQuery& query)
{
    std::vector<Recipient> all;
    list_recipients(store, query, [&](const Recipient& each) {
        all.push_back(each);
        return true;
    });
    return all;
}

/// The numbers of the recipients, joined by commas.
inline std::string numbers(Store& store, const RecipientQuery& query)
{
    std::string all;
    for (const auto& each : recipients(store, query))
        all += (all.empty() ? "" : ",") + each.number;
    return all;
}

/// "10002: no consent", a line each.
inline std::string exclusions(Store& store, const RecipientQuery& query)
{
    std::string all;
    list_exclusions(store, query, [&](const Exclusion& each) {
        all += (all.empty() ? "" : "\n") + each.number + ": " + each.reason;
        return true;
    });
    return all;
}

inline void block(Store& store, std::int64_t contact, std::string_view channel = "post")
{
    block_channel(store, contact, channel, {"", ""}, {today, 600});
}

inline void allow(Store& store, std::int64_t contact, std::string_view channel)
{
    allow_channel(store, contact, channel, {"Messe", "", std::nullopt}, {today, 600});
}

/// A customer of the same town with an address of its own.
inline std::int64_t customer(Store& store, const std::string& name, const std::string& street)
{
    auto data = named(name);
    data.values[Field::customer] = "yes";
    data.values[Field::street] = street;
    data.values[Field::postcode] = "37073";
    data.values[Field::city] = "Göttingen";
    return add(store, ContactKind::company, data);
}

} // namespace crm::test
