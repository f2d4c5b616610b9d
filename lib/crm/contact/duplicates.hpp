// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/format/cell.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// A contact that is there already, and what is the same: "name, postcode, city".
struct Duplicate {
    Contact contact;
    std::string in_common;
    std::vector<Contact> rivals; ///< others that fit as well: nobody knows which one is meant
};

/// The contact that the new one is likely to be (cli.md 3): same kind and same VAT ID or IBAN, or
/// the same name after folding unless postcode and city both differ. Persons of different
/// employers, or with different phones or e-mails and no common one, are none. Of several it is the
/// one that nothing else fits better: by VAT ID or IBAN, else by phone, e-mail, place and employer
/// together, at last by the name as it is written, and in use rather than archived.
std::optional<Duplicate> find_duplicate(Store& store, ContactKind kind, const ContactData& data);

/// Throws rejected, naming the contact, if there is a likely duplicate.
void refuse_duplicate(Store& store, ContactKind kind, const ContactData& data);

/// Two contacts that may be the same.
struct DuplicatePair {
    std::int64_t score = 0; ///< 0 to 100
    std::string number;
    std::string name;
    std::string other_number;
    std::string other_name;
    std::string reason; ///< what they have in common
};

std::span<const Column<DuplicatePair>> duplicate_columns();

/// All pairs from `min_score` on, best first. 100: same VAT ID or IBAN; 90: same name and a common
/// phone, e-mail or place; 80: same name, nothing that speaks against it; 60: same name, but
/// different places, phones or employers. Names that only sound alike, and nothing that speaks
/// against it: 85 with a common phone or e-mail, 75 at the same postcode, 65 in the same city.
std::vector<DuplicatePair> find_duplicates(Store& store, std::int64_t min_score);

} // namespace crm
