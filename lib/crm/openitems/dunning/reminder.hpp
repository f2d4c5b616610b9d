// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// An item that a reminder asks for, at the level to which it rises.
struct RemindedItem {
    std::int64_t document_id = 0;
    std::string document;
    DocumentKind kind = DocumentKind::invoice;
    Date date;
    Date due;
    std::int64_t days_overdue = 0;
    Money open;
    int level = 0;
    Money fee;          ///< of the reminder, at one item of each
    Money interest;     ///< what the law allows up to the day, claimed or not
    Money new_interest; ///< what of it is claimed now: nothing of what was claimed before
    Money lumpsum;
    Money total; ///< what is asked for: open, fee, lump sum and, if claimed, interest not yet paid
    // Of a run that is posted, the numbers of its claims:
    std::string fee_number, interest_number, lumpsum_number;
};

/// What else is open of a contact and stands in the letter.
struct OtherItem {
    std::string document;
    std::string kind; ///< of a document, or payment
    Date date;
    Money open;                           ///< below 0: deducted
    std::optional<std::int64_t> claim_id; ///< the item whose late payment it is for
};

/// What goes to a contact: all that rises a level, in one currency.
struct Reminder {
    std::int64_t contact_id = 0;
    std::string contact_number;
    std::string contact;
    std::string currency;
    Date date;
    Date term;                       ///< pay until
    int level = 0;                   ///< the highest of the items decides the words
    std::vector<RemindedItem> items; ///< by due day
    std::vector<OtherItem> claims;   ///< earlier ones for late payment of these items
    std::vector<OtherItem> credits;
    std::string person; ///< who is there for accounting
    std::optional<std::int64_t> person_id;
    std::string channel; ///< post or email; empty: there is neither an address nor an e-mail
    std::string email;
    std::vector<std::string> address;

    /// All that the letter asks for.
    [[nodiscard]] Money total() const;
};

struct ReminderQuery {
    Date key_date;
    std::optional<int> level; ///< only what rises to this one
    std::optional<std::int64_t> contact_id;
};

/// Hands the reminders that are due on a day to `use`, by contact and currency, until that returns
/// false. Not reminded of are items of which nobody owes us anything, blocked ones and those of
/// blocked contacts, ones that somebody has promised to pay by a day that has not passed, and
/// claims for late payment while the item that they are for is open. See cli.md 7 for the levels.
void for_each_reminder(Store& store, const ReminderQuery& query,
                       const std::function<bool(const Reminder&)>& use);

} // namespace crm
