// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/filter.hpp"
#include "crm/format/cell.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// One line of `contact list`. A person shows the main employment of the day; phone and e-mail are
/// those at work, else the person's own.
struct ContactRow {
    std::string number;
    std::string kind;
    std::string name;
    std::string legal_form;
    std::string company;
    std::string role;
    std::string street;
    std::string postcode;
    std::string city;
    std::string country;
    std::string phone;
    std::string email;
    bool customer = false;
    bool supplier = false;
    std::string manager; ///< staff code
    std::string tags;
    std::string preferred_channel;
    std::optional<Date> last_contact;
    std::optional<Date> last_order;
};

std::span<const Column<ContactRow>> contact_list_columns();

/// Hands the rows to `use` in the order of their numbers, until it returns false.
void list_contacts(Store& store, const ContactFilter& filter, Date today,
                   const std::function<bool(const ContactRow&)>& use);

/// The row of one contact. Throws not_found.
ContactRow contact_row(Store& store, std::int64_t contact_id, Date today);

} // namespace crm
