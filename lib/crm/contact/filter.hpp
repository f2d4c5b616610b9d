// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace crm
{

/// Which contacts `list` and `export` take; what is not set takes all.
struct ContactFilter {
    std::optional<ContactKind> kind;
    bool customer = false;
    bool supplier = false;
    bool prospect = false;
    bool staff = false;
    std::optional<std::string> tag;
    std::optional<std::int64_t> manager_id;
    std::optional<std::string> city;     ///< compared without case and spelling of umlauts
    std::optional<std::string> postcode; ///< "10*": what begins with 10
    std::optional<std::string> country;  ///< two-letter code
    bool archived = false;               ///< archived ones, too
};

/// The condition over `contact AS c` and its parameters; merged contacts never fulfil it.
std::string filter_sql(const ContactFilter& filter);
void bind_filter(Statement& query, Store& store, const ContactFilter& filter);

} // namespace crm
