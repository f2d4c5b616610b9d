// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/format/cell.hpp"
#include "crm/openitems/document.hpp"
#include "crm/openitems/item_dunning.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// Whom to talk to about the open items of a contact, and what was agreed with it.
struct ItemContact {
    std::string manager; ///< staff code; a person's is the company's
    std::string manager_extension;
    std::optional<std::int64_t> accounting_person_id; ///< who is there for accounting
    std::string accounting_person;
    std::string preferred_channel;
    std::string phone; ///< of that person, else the contact's
    std::string email;
    std::string conditions; ///< in force on the key date, terms first, joined by " | "
};

/// A document, or a payment with something left, that is not settled on the key date. Amounts of
/// credits and payments are negative.
struct OpenItem {
    std::optional<std::int64_t> account;
    std::string contact_number;
    std::string contact;
    std::string document;
    std::string reference;
    std::string kind;
    std::string side;
    std::optional<Date> date;
    std::optional<Date> due;
    Money amount;
    Money open;
    std::string currency;
    std::optional<Date> skonto_until; ///< of the next step that can be taken, else of the last
    std::optional<Money> skonto_amount;
    std::int64_t days_overdue = 0;
    std::int64_t dunning_level = 0; ///< of the last reminder
    std::optional<ItemBlock> block; ///< not to be reminded
    std::optional<ItemPromise>
        promise; ///< of a list of these: not to be reminded before its day has passed
    ItemContact who;
};

/// Those of cli.md 7.
std::span<const Column<OpenItem>> open_item_columns();
/// How long a block lasts and why, or what is promised: columns of lists of just these.
std::span<const Column<OpenItem>> block_columns();
std::span<const Column<OpenItem>> promise_columns();

struct OpenItemFilter {
    Date key_date;
    std::optional<std::int64_t> contact_id;
    std::optional<Side> side;
    std::optional<int> overdue_days; ///< only what is due for longer than that
    std::optional<std::int64_t> manager_id;
    bool blocked = false;  ///< only what is blocked on the key date
    bool promised = false; ///< only what is promised to be paid, by then or later
};

/// Hands open items to `use` until that returns false: by contact, due day and number.
void list_open_items(Store& store, const OpenItemFilter& filter,
                     const std::function<bool(const OpenItem&)>& use);

} // namespace crm
