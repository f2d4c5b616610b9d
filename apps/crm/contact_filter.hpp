// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/list.hpp"
#include "crm/verb.hpp"

#include <optional>
#include <string>

namespace crm
{

/// The options that choose contacts, as typed: of list and export.
struct ContactFilterFlags {
    std::optional<std::string> kind;
    bool customer = false;
    bool supplier = false;
    bool prospect = false;
    bool staff = false;
    std::optional<std::string> tag;
    std::optional<std::string> manager;
    std::optional<std::string> city;
    std::optional<std::string> postcode;
    std::optional<std::string> country;
    bool archived = false;
};

/// All but --archived, which only list has: an export is whole.
void declare_contact_filter(CLI::App& verb, ContactFilterFlags& flags);

/// Their meaning. Throws usage for an unknown kind or country, not_found for an unknown manager.
ContactFilter contact_filter(Store& store, const ContactFilterFlags& flags);

} // namespace crm
