// SPDX-License-Identifier: MIT
#include "crm/log/mail_entry.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/sha256.hpp"
#include "crm/contact/caller.hpp"

#include <algorithm>
#include <span>

namespace crm
{

namespace
{

bool is_own(const Caller& holder)
{
    return holder.company_id == own_company;
}

/// Those outside the own company who have one of the addresses.
std::vector<Caller> outside(Store& store, std::span<const std::string> addresses, Date day)
{
    std::vector<Caller> found;
    for (const auto& address : addresses)
        for (auto& holder : holders_of(store, address, day))
            if (!is_own(holder))
                found.push_back(std::move(holder));
    return found;
}

/// The first of the own staff who has one of the addresses.
std::optional<std::int64_t> own_staff(Store& store, std::span<const std::string> addresses,
                                      Date day)
{
    auto staff = store.prepare("SELECT 1 FROM staff WHERE contact_id = :id");
    for (const auto& address : addresses)
        for (const auto& holder : holders_of(store, address, day)) {
            staff.reset();
            if (staff.bind(":id", holder.id).step())
                return holder.id;
        }
    return std::nullopt;
}

Error nobody_known(const Mail& mail, bool sent_by_us)
{
    const auto& strangers = sent_by_us || mail.from.empty() ? mail.to : mail.from;
    auto failure = error(ErrorKind::not_found, "nobody in this e-mail is a contact");
    if (strangers.empty())
        return failure;
    return std::move(failure).with_hint(
        "record whose address {} is, or name the contact, as in crm log add CONTACT --mail FILE",
        strangers.front());
}

} // namespace

MailParties mail_parties(Store& store, const Mail& mail, Date day)
{
    auto recipients = mail.to;
    recipients.insert(recipients.end(), mail.cc.begin(), mail.cc.end());
    const auto senders = outside(store, mail.from, day);
    const auto receivers = outside(store, recipients, day);
    MailParties parties;
    parties.incoming = !senders.empty();
    parties.staff_id = own_staff(store, parties.incoming ? recipients : mail.from, day);
    if (senders.empty() && receivers.empty())
        throw nobody_known(mail, parties.staff_id.has_value());
    const auto& first = parties.incoming ? senders.front() : receivers.front();
    parties.contact = contact_by_id(store, first.id);
    if (!first.is_company && first.company_id != 0)
        parties.company = contact_by_id(store, first.company_id);
    for (const auto& other : receivers)
        if (!other.is_company && other.id != first.id && other.company_id != 0 &&
            other.company_id == first.company_id)
            parties.with.push_back(contact_by_id(store, other.id));
    return parties;
}

bool own_sender(Store& store, const Mail& mail, Date day)
{
    for (const auto& address : mail.from)
        for (const auto& holder : holders_of(store, address, day))
            if (is_own(holder))
                return true;
    return false;
}

std::string message_key(const Mail& mail)
{
    if (!mail.message_id.empty())
        return mail.message_id;
    Sha256 digest;
    digest.add(mail.date);
    for (const auto* addresses : {&mail.from, &mail.to, &mail.cc})
        digest.add(joined(*addresses, " "));
    return to_hex(digest.add(mail.subject).add(mail.text).finish());
}

std::optional<std::int64_t> entry_of_message(Store& store, const std::string& key)
{
    auto query = store.prepare("SELECT id FROM log_entry WHERE message_id = :message");
    query.bind(":message", key);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

} // namespace crm
