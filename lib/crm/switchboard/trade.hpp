// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/contact/contact.hpp"
#include "crm/openitems/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

// What is traded with a contact, as the card and the switchboard show it. Contacts merged into it
// are the contact, too.

struct TradeOrder {
    std::string number;
    std::string kind;
    std::string status;
    std::optional<Date> date;
    std::optional<Date> deliver_by;
    std::string reference;
    Money net;
    std::string currency;
};

struct TradeItem {
    std::string document;
    std::string kind;
    std::string side;
    std::optional<Date> due;
    Money open; ///< below 0: a credit
    std::string currency;
};

struct Trade {
    std::vector<TradeOrder> orders; ///< quotes and orders with something still to do, newest first
    std::vector<TradeItem> items;   ///< oldest due first
    Balance balance;                ///< what a customer owes
    Money revenue;                  ///< net, invoiced less credited, this year until the day
    Money revenue_last_year;        ///< the whole year
};

/// A person's orders are also those in which the person is named at a company.
Trade trade_of(Store& store, const Contact& contact, Date today);

} // namespace crm
