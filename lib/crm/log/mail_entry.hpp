// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/format/mail.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace crm
{

/// Whom a mail concerns: the contact, the company whose address was used, the others of that
/// company who got it, and the staff member who wrote or got it.
struct MailParties {
    Contact contact;
    std::optional<Contact> company; ///< only if the contact is a person
    std::vector<Contact> with;
    bool incoming = false;
    std::optional<std::int64_t> staff_id;
};

/// Goes by the sender, and if that is nobody known but ourselves, by the recipients; people of the
/// own company are no contacts here. Not found if nobody is known, with the address in the hint.
MailParties mail_parties(Store& store, const Mail& mail, Date day);

/// Whether one of us wrote it.
bool own_sender(Store& store, const Mail& mail, Date day);

/// What a message is known again by: its Message-ID; of one without, a digest of when it was sent,
/// by whom, to whom, about what, and of what it says.
std::string message_key(const Mail& mail);

/// The entry that a message was recorded as already.
std::optional<std::int64_t> entry_of_message(Store& store, const std::string& key);

} // namespace crm
