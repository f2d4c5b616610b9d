// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/address.hpp"
#include "crm/contact/condition.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/notes.hpp"
#include "crm/contact/order_index.hpp"
#include "crm/log/frequency.hpp"
#include "crm/log/list.hpp"
#include "crm/switchboard/trade.hpp"

#include <string>
#include <utility>
#include <vector>

namespace crm
{

/// One of the people of a company, with the own phones and those at work.
struct CardPerson {
    std::string number;
    std::string name;
    std::string role;
    std::string phone;
    std::string mobile;
    std::string email;
    std::vector<std::string> functions;
};

struct CardRelation {
    std::string kind; ///< what the other one is to this contact, as far as a word is known for it
    std::string number;
    std::string name;
};

/// A block of an employer, which covers its people.
struct CardBlock {
    std::string number;
    std::string company;
    Consent block;
};

/// Everything about one contact, as `contact show` prints it.
struct Card {
    Contact contact;
    FieldValues values;
    bool consumer = false; ///< as recorded, else: a person is one unless employed
    std::optional<Date> archived_on;
    std::vector<std::string> former_numbers; ///< of contacts merged into this one
    std::vector<Address> addresses;
    std::vector<Employment> employments; ///< of a person, on the day
    std::vector<CardPerson> people;      ///< of a company, on the day
    std::string staff_code;
    std::string extension;
    std::string manager_code;
    std::string manager;
    std::string manager_extension;
    std::string deputy; ///< only while the manager is absent
    std::optional<Date> manager_absent_until;
    std::vector<std::string> tags;
    std::vector<std::pair<std::string, std::string>> own_fields;
    std::vector<CardRelation> relations;
    std::vector<Note> notes;       ///< in force on the day, pinned ones first
    std::vector<Consent> consents; ///< how it stands on each channel of which something is said
    std::vector<CardBlock> company_blocks; ///< of a person's present employers
    std::vector<Condition> conditions;     ///< in force on the day
    std::vector<LogRow> agreements;        ///< the last five
    std::vector<LogRow> talks;             ///< the last five contacts
    std::vector<LogRow> follow_ups; ///< open ones, the next first; `staff` is who has to do it
    Trade trade;
    LastOrders last_orders;
    std::optional<FrequencyRow> frequency; ///< if the contact was ever spoken to, or should be
};

Card card_of(Store& store, const Contact& contact, Date today);

} // namespace crm
