// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace crm
{

/// What of a contact says how trade with it is taxed.
struct Destination {
    std::string country;                 ///< two-letter code; empty: the own one
    std::optional<std::string> delivery; ///< the same of its delivery address, if it has one
    std::string vat_id;
    /// Of one with a country of its own, whether nothing says that it is a business: a consumer, or
    /// a person without employer and VAT ID.
    bool consumer = false;

    /// Where goods that it buys go; empty: they stay at home.
    [[nodiscard]] const std::string& goods() const { return delivery ? *delivery : country; }
};

/// By one statement, for imports of a million. The delivery address is the one that goods go to on
/// the day, else from now on.
Destination destination_of(Store& store, std::int64_t contact_id, std::optional<Date> day);

} // namespace crm
