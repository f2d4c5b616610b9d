// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/postal_address.hpp"
#include "crm/format/cell.hpp"
#include "crm/mailing/filter.hpp"
#include "crm/store/store.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

/// The channels on which a mailing can go out: post, email, newsletter, phone.
std::span<const std::string_view> mailing_channels();
/// Throws usage for any other, with the choices.
void check_mailing_channel(std::string_view channel);

/// One recipient for each company, or one for each person.
enum class Per { company, person };

std::string_view to_string(Per per);
/// Throws usage for anything else, naming the two.
Per parse_per(std::string_view text);

struct RecipientQuery {
    RecipientFilter filter;
    std::string channel;
    Per per = Per::company;
    Date today;
    bool with_revenue = true; ///< it costs time where no condition needs it
};

/// Somebody who may be approached on the channel now, and on what ground: blocks and consents count
/// whenever they were recorded, also if `today` is a day of the past.
///
/// Per company, `number` and `name` are those of the company, salutation to family name those of
/// the person whom the letter is for; per person they are the person's. A private person is a
/// recipient of their own in both. The address is that of the company.
struct Recipient {
    std::int64_t contact_id = 0;            ///< the person, or the company where nobody was chosen
    std::optional<std::int64_t> company_id; ///< at which the person is approached, or that company
    std::string number;
    std::string name;
    std::string company;
    std::string salutation;
    std::string title;
    std::string given_name;
    std::string family_name;
    std::string letter_salutation;
    std::array<std::string, most_address_lines>
        address; ///< its lines by DIN 5008, the last ones empty
    std::string street;
    std::string postcode;
    std::string city;
    std::string country; ///< two-letter code, that of the own company where none is known
    std::string email;   ///< one, to be written to
    std::string phone;   ///< one, to be called
    std::string manager; ///< staff code
    std::optional<Date> last_order; ///< of the company or private person
    std::optional<Money> revenue;   ///< of the period; nothing without `with_revenue`
    std::string legal_basis;
};

std::span<const Column<Recipient>> recipient_columns();

/// Somebody whom the filter takes and the channel does not.
struct Exclusion {
    std::string number;
    std::string name;
    std::string company;
    std::string reason;
    std::string_view kind; ///< of the reason, to count: blocked, no consent, archived...
};

std::span<const Column<Exclusion>> exclusion_columns();

/// Hands the recipients to `use` in the order of the numbers of the companies and private persons,
/// until it returns false. Nobody is
/// among them twice: one with the e-mail address, or the name and postal address, of a former one
/// is left out. Throws usage for an unknown channel and for a `where` that is no condition.
void list_recipients(Store& store, const RecipientQuery& wanted,
                     const std::function<bool(const Recipient&)>& use);

/// The others: everybody whom the filter takes and list_recipients leaves out. Returns how many
/// recipients there are besides.
std::int64_t list_exclusions(Store& store, const RecipientQuery& wanted,
                             const std::function<bool(const Exclusion&)>& use);

} // namespace crm
