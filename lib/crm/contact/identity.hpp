// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/contact/search_index.hpp"

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

} // namespace crm
