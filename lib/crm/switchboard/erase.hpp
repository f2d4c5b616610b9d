// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/contact/erase.hpp"
#include "crm/switchboard/retention.hpp"

#include <vector>

namespace crm
{

struct Erasure {
    std::vector<HeldRecord> held; ///< kept, and with them what `kept` says
    KeptOfPerson kept = KeptOfPerson::nothing;
    /// Ids of conversations of companies that the person took part in: what they say stays.
    std::vector<std::int64_t> talks_of_companies;
    bool known_again = false; ///< whether a re-import of the person would be recognized
};

/// Throws rejected for a company, for one of the own staff and for somebody
/// erased already.
void check_erasable(Store& store, const Contact& person);

/// Erases a person (GDPR 17): what says something about them goes, from the
/// audit's values and the search, too, and is overwritten in the file; what a
/// retention duty holds stays with the name, restricted (GDPR 18): archived,
/// and blocked on every channel. What is owed keeps the address, too. A digest stays, by which a
/// re-import is blocked as well. Owns the transaction.
Erasure erase_person(Store& store, const Contact& person, LocalTime now);

} // namespace crm
