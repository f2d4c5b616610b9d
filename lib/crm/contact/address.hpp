// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/format/cell.hpp"

#include <functional>
#include <span>
#include <string>

namespace crm
{

/// An address of a contact. The main one stands in the contact itself and has the id 0.
struct Address {
    std::int64_t id = 0;
    std::string number; ///< the contact's
    std::string usage;  ///< main, invoice, delivery, pobox, or a word of the company's own
    std::string street;
    std::string postcode;
    std::string city;
    std::string region;
    std::string country;
    std::optional<Date> last_day;
};

/// The main one in the values of a contact, without number.
Address main_address(const FieldValues& values);
/// Whether nothing says where it is; a country alone does not.
bool is_empty(const Address& address);

std::span<const Column<Address>> address_columns();

/// The main address, if there is any of it, then the others that are in use on the day; with
/// `ended` also former ones.
std::vector<Address> addresses_of(Store& store, std::int64_t contact_id, Date today,
                                  bool ended = false);

/// Adds an address; the usage `main` replaces the main one. Returns its id, 0 for the main one.
/// Rejected if it is empty. Works inside the caller's transaction.
std::int64_t add_address(Store& store, std::int64_t contact_id, const Address& address, Date today);

/// Ends an address on its last day; it stays recorded. Throws not_found.
void end_address(Store& store, std::int64_t address_id, Date last_day);

} // namespace crm
