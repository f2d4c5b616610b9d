// SPDX-License-Identifier: MIT
#include "crm/demo/campaign.hpp"

#include "crm/contact/contact.hpp"
#include "crm/demo/dice.hpp"
#include "crm/mailing/mailing.hpp"
#include "crm/mailing/response.hpp"
#include "crm/mailing/segment.hpp"
#include "crm/mailing/sending.hpp"

namespace crm::demo
{

namespace
{

constexpr int days_ago = 30;

/// Sends it and returns to whom.
std::vector<std::int64_t> send(Store& store, const Mailing& mailing, LocalTime at)
{
    SendingRecorder recorder(store, mailing, at);
    std::vector<Frozen> recipients;
    list_sendable(
        store, mailing, at.day,
        [&](const Frozen& recipient) {
            recipients.push_back(recipient);
            return true;
        },
        [](const LeftOut&) {});
    std::vector<std::int64_t> ids;
    for (const auto& recipient : recipients) {
        recorder.record(recipient);
        ids.push_back(recipient.recipient.contact_id);
    }
    return ids;
}

} // namespace

void make_campaign(Store& store, Date today)
{
    const LocalTime at{today - std::chrono::days(days_ago), 9 * 60};
    save_segment(store, "Schläfer", "--no-order-since 90d", at);
    NewMailing wanted;
    wanted.name = "Herbstkatalog";
    wanted.filter = "--customer";
    wanted.query.filter.customers = true;
    wanted.query.channel = "post";
    wanted.query.today = at.day;
    wanted.cost = Money{9'800};
    wanted.control = Rate{1'000};
    create_mailing(store, wanted, at);
    const auto mailing = mailing_by_name(store, wanted.name);
    Dice dice(20'260'105);
    for (const auto id : send(store, mailing, at))
        if (dice.once_in(8))
            respond(store, mailing, contact_by_id(store, id),
                    dice.once_in(4) ? "bounced" : "replied",
                    {at.day + std::chrono::days(3 + dice.below(10)), 11 * 60});
}

} // namespace crm::demo
