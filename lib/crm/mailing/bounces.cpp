// SPDX-License-Identifier: MIT
#include "crm/mailing/bounces.hpp"

#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/store/store.hpp"

namespace crm
{

namespace
{

// In the order in which they came. Who consents to mail after a bounce has a mailbox that works.
constexpr const char* responses_sql = R"sql(
    SELECT r.email, p.kind, substr(p.at, 1, 10),
           p.kind = 'bounced' AND EXISTS (
               SELECT 1 FROM consent AS k
                WHERE k.contact_id IN (r.contact_id, c.merged_into_id, r.company_id, f.merged_into_id)
                  AND k.channel IN ('email', 'newsletter')
                  AND k.state = 'allow' AND k.at > p.at)
      FROM mailing_response AS p
      JOIN mailing_recipient AS r ON r.id = p.recipient_id
      JOIN mailing AS m ON m.id = r.mailing_id
      JOIN contact AS c ON c.id = r.contact_id
      LEFT JOIN contact AS f ON f.id = r.company_id
     WHERE m.channel IN ('email', 'newsletter') AND p.kind IN ('bounced', 'replied', 'ordered')
       AND r.email IS NOT NULL
     ORDER BY p.id)sql";

} // namespace

Bounces::Bounces(Store& store, std::string_view channel)
{
    if (channel != "email" && channel != "newsletter")
        return;
    auto responses = store.prepare(responses_sql);
    while (responses.step()) {
        auto mailbox = lower(responses.text(0));
        if (responses.text(1) != "bounced")
            days_.erase(mailbox);
        else if (!responses.boolean(3))
            days_.insert_or_assign(std::move(mailbox), responses.string(2));
    }
}

std::string Bounces::of(std::string_view email) const
{
    if (days_.empty())
        return "";
    const auto found = days_.find(lower(email));
    return found == days_.end() ? "" : format("e-mail bounced on {}", found->second);
}

} // namespace crm
