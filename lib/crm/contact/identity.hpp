// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/contact/search/index.hpp"

#include <set>
#include <string>

namespace crm
{

/// What tells contacts of the same name apart, in forms that can be compared.
struct Identity {
    std::string name_key;
    std::string vat_id;
    std::string iban;
    std::string postcode;
    std::string city;             ///< folded
    std::set<std::string> phones; ///< E.164
    std::set<std::string> emails; ///< lower case
    std::set<std::int64_t> employers;
};

/// Of a recorded contact, with its phones and e-mails at work.
Identity identity_of(Store& store, std::int64_t contact_id);
/// Of one that is about to be made.
Identity identity_of(const SearchIndexer& indexer, ContactKind kind, const ContactData& data);

/// What is the same of both, for people: "name, postcode, city".
std::string in_common(const Identity& a, const Identity& b);

/// How sure it is that two contacts of the same kind and name_key are one.
enum class Likeness {
    different, ///< something speaks against it
    possible,  ///< nothing speaks for or against it
    likely,    ///< a phone, an e-mail or the place is common, and nothing speaks against it
};
Likeness likeness(ContactKind kind, const Identity& a, const Identity& b);

/// How well a contact fits one that is likely to be the same: of each thing 1 if it is common, -1
/// if it differs, else 0.
struct Closeness {
    int code = 0; ///< VAT ID or IBAN, which decide
    int phone = 0, email = 0, postcode = 0, city = 0, employer = 0;
};
Closeness closeness(const Identity& a, const Identity& b);
/// Whether the first one fits at least as well as the other in everything that counts.
bool fits_as_well(const Closeness& one, const Closeness& other);

} // namespace crm
