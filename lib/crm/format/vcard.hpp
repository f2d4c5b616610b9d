// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/text_source.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace crm
{

/// One contact of an address book. All text is UTF-8, unescaped, without blanks around it, line
/// breaks are `\n`; empty means not given.
struct VCard {
    /// A phone number, e-mail address or web page.
    struct Typed {
        std::string value;              ///< without `tel:` and `mailto:`
        std::vector<std::string> types; ///< lower case: work, home, cell, fax, voice, …
        std::string label;              ///< the name that its owner gave it, such as "Pforte"
        bool preferred = false;
        bool operator==(const Typed&) const = default;
    };
    struct Address {
        std::vector<std::string> types;
        std::string pobox, extended, street, city, region, postcode, country;
        std::string label;
        bool preferred = false;
        bool operator==(const Address&) const = default;
    };

    std::int64_t line = 0; ///< where the card begins in the file, from 1
    std::string problem;   ///< why the card cannot be trusted, for people; else empty

    std::string uid;
    std::string formatted_name; ///< if the card has none: made of the name, else the organization
    std::string family, given, additional, prefix, suffix;
    std::string salutation;
    std::string organization;
    std::vector<std::string> departments;
    std::string title, role;
    std::vector<Typed> phones, emails, urls;
    std::vector<Address> addresses;
    std::string birthday; ///< ISO; `--MM-DD` without a year; as typed if it cannot be understood
    std::string note;
    std::vector<std::string> categories;
    std::string language;
    std::string gender; ///< M, F, O, N or U (RFC 6350, 6.2.7)
    /// individual, org, group or location. A card is an `org`, too, if Apple shows it as a company,
    /// or if it has an organization and no other name.
    std::string kind = "individual";
    /// Every other property, in upper case, with its value as it stands in the file (escaped):
    /// without pictures, sounds, keys, encoded data, and what only describes the file.
    std::vector<std::pair<std::string, std::string>> others;

    bool operator==(const VCard&) const = default;
};

/// Reads vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) as address books really write them, one card
/// at a time with flat memory. Trouble inside a card is its `problem`; a file without any card is
/// a `rejected` error.
class VCardReader
{
  public:
    /// The source outlives the reader.
    explicit VCardReader(TextSource& source);
    ~VCardReader();

    /// Puts the next card in place of `card`; false at the end.
    bool next(VCard& card);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The versions that are written.
enum class VCardVersion { v3_0, v4_0 };

/// Appends the card with CRLF line ends, folded at 75 octets between characters. Always the same
/// bytes for the same card; reading them gives the same card.
///
/// 3.0 is the default because it is what every address book reads: Outlook knows nothing newer
/// and misreads 4.0, Android and phone systems know 4.0 in parts, and Google, iCloud and Nextcloud
/// write 3.0 themselves.
void write_vcard(std::string& out, const VCard& card, VCardVersion version = VCardVersion::v3_0);

} // namespace crm
