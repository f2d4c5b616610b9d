// SPDX-License-Identifier: MIT
#include "crm/mailing/control_group.hpp"

#include "crm/base/sha256.hpp"
#include "crm/base/text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace crm
{

std::int64_t customer_of(const Recipient& recipient)
{
    return recipient.company_id.value_or(recipient.contact_id);
}

ControlGroup::ControlGroup(Store& store, std::string_view mailing, Rate share,
                           const RecipientQuery& query)
{
    if (share == Rate{})
        return;
    const auto key = lower(mailing);
    std::vector<std::pair<Digest, std::int64_t>> drawn;
    std::unordered_set<std::int64_t> seen;
    auto narrow = query;
    narrow.with_revenue = false;
    list_recipients(store, narrow, [&](const Recipient& recipient) {
        const auto customer = customer_of(recipient);
        if (seen.insert(customer).second)
            drawn.emplace_back(Sha256().add(key).add(customer).finish(), customer);
        return true;
    });
    const auto size = static_cast<std::ptrdiff_t>(round_half_away(
        Int128{static_cast<std::int64_t>(drawn.size())} * share.hundredths, 10'000));
    std::nth_element(drawn.begin(), drawn.begin() + size, drawn.end());
    for (auto each = drawn.begin(); each != drawn.begin() + size; ++each)
        customers_.insert(each->second);
}

bool ControlGroup::contains(const Recipient& recipient) const
{
    return customers_.contains(customer_of(recipient));
}

} // namespace crm
