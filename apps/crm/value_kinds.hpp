// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Where the values of an option or argument come from.
enum class ValueSource {
    free,    ///< anything: nothing to offer
    choices, ///< one of fixed words
    files,
    folders,
    contacts, ///< from here on, the database knows them
    companies,
    persons,
    staff,
    tags,
    orders,
    products,
    groups, ///< of products
    locations,
};

/// Where values called `name` ("FILE", "CONTACT") come from. A name may have words before the one
/// that counts: OTHER-STAFF is completed like STAFF.
ValueSource value_source(std::string_view name);

/// The words that a value called `name` can be; empty unless its source is `choices`.
std::vector<std::string> value_choices(std::string_view name);

/// What `crm __complete` calls a source of the database, "contacts"; empty for the others.
std::string_view source_word(ValueSource source);

} // namespace crm
