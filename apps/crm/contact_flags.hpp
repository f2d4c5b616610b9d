// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/verb.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// What add-company, add-person and edit take about a contact, as typed. Which options there are
/// follows from the table of fields.
struct ContactFlags {
    std::array<std::optional<std::string>, field_count> single;
    std::array<std::vector<std::string>, field_count> several;
    std::array<bool, field_count> given{}; ///< --customer and its like
    bool business = false;
    std::optional<std::string> manager;
    std::vector<std::string> tags;
    std::optional<std::string> note;
    std::vector<std::string> own_fields;

    bool operator==(const ContactFlags&) const = default;
};

void declare_contact_flags(CLI::App& verb, ContactFlags& flags);

/// The checked data of the flags. Throws rejected for a value that fails its check, not_found for
/// an unknown manager.
ContactData contact_data(Store& store, const ContactFlags& flags);

} // namespace crm
