// SPDX-License-Identifier: MIT
#include "crm/mailing/response.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/staff.hpp"
#include "crm/mailing/sending.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 4> kinds = {"replied", "bounced", "unsubscribed", "ordered"};

Error ambiguous(const Mailing& mailing, const Contact& contact,
                const std::vector<Frozen>& candidates)
{
    std::vector<std::string> lines;
    for (const auto& each : candidates)
        lines.push_back(each.recipient.number + "  " + each.recipient.name);
    return error(ErrorKind::not_found, "several people of {} are recipients of '{}'", contact.name,
                 mailing.name)
        .with_candidates(std::move(lines));
}

/// The contact as a recipient, else those at the company: one, or all of them if the company as a
/// whole unsubscribes.
std::vector<Frozen> recipients_of(Store& store, const Mailing& mailing, const Contact& contact,
                                  bool all)
{
    auto found = frozen_of(store, mailing.id, contact.id);
    for (const auto& each : found)
        if (each.recipient.contact_id == contact.id)
            return {each};
    if (found.empty())
        throw error(ErrorKind::not_found, "{} is no recipient of '{}'", contact.name, mailing.name)
            .with_hint("'crm mailing show NAME --recipients' lists them");
    if (found.size() > 1 && !all)
        throw ambiguous(mailing, contact, found);
    return found;
}

bool record(Store& store, const Frozen& recipient, std::string_view word, LocalTime at)
{
    store
        .prepare(R"sql(
            INSERT INTO mailing_response (recipient_id, kind, at, staff_id)
            VALUES (:recipient, :kind, :at, :staff)
            ON CONFLICT (recipient_id, kind) DO NOTHING)sql")
        .bind(":recipient", recipient.id)
        .bind(":kind", word)
        .bind(":at", to_string(at))
        .bind(":staff", acting_staff(store))
        .run();
    return store.changes() > 0;
}

} // namespace

std::span<const std::string_view> responses()
{
    return kinds;
}

void check_response(std::string_view word)
{
    if (std::ranges::find(kinds, word) == kinds.end())
        throw error(ErrorKind::usage, "'{}' is no response", word)
            .with_hint("one of: {}", joined(kinds));
}

bool respond(Store& store, const Mailing& mailing, const Contact& contact, std::string_view word,
             LocalTime at)
{
    check_response(word);
    const bool unsubscribed = word == "unsubscribed";
    const auto recipients = recipients_of(store, mailing, contact, unsubscribed);
    SendingRecorder recorder(store, mailing, at);
    if (unsubscribed)
        block_channel(store, contact.id, mailing.channel,
                      {"unsubscribed", "mailing " + mailing.name}, at);
    bool news = false;
    for (const auto& recipient : recipients) {
        if (recipient.control)
            throw error(ErrorKind::rejected,
                        "{} belongs to the control group of '{}', which nobody writes to",
                        contact.name, mailing.name);
        recorder.record(recipient, SendingProof::response);
        news |= record(store, recipient, word, at);
    }
    return news;
}

} // namespace crm
