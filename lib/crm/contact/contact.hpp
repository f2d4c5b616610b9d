// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/fields.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

enum class ContactKind { company, person };

/// The key of a kind: "company", "person".
std::string_view to_string(ContactKind kind);
/// Throws usage for anything else, naming the two.
ContactKind parse_contact_kind(std::string_view text);

/// The own company is the first contact of every database.
inline constexpr std::int64_t own_company = 1;

/// An employment that is to be recorded, see employment.hpp.
struct EmploymentData {
    std::int64_t company_id = 0;
    std::optional<std::string> role;
    std::optional<std::string> department;
    std::optional<std::string> phone; ///< at work
    std::optional<std::string> email;
    std::vector<std::string> functions; ///< accounting, orders, delivery, mailing
    std::optional<bool> main;
    std::optional<Date> first_day;
    std::optional<Date> last_day;
};

/// Makes a person one of the own staff, see staff.hpp.
struct StaffData {
    std::string code;
    std::optional<std::string> extension;
    std::optional<std::int64_t> deputy_id;
};

/// What a contact is given when it is made or changed. Values are checked already (see checked()).
struct ContactData {
    std::optional<std::string> number; ///< only when it is made
    FieldValues values;
    std::optional<std::int64_t> manager_id; ///< 0 removes it
    std::vector<std::string> tags;
    std::optional<std::string> note;
    /// Own fields; an empty value removes one.
    std::vector<std::pair<std::string, std::string>> own_fields;
    std::optional<EmploymentData> employment;
    std::optional<StaffData> staff;
};

struct Contact {
    std::int64_t id = 0;
    std::string number;
    ContactKind kind = ContactKind::company;
    std::string name;
};

/// Throws not_found for an id that is not there.
Contact contact_by_id(Store& store, std::int64_t id);
/// By its number or the number of a contact merged into it.
std::optional<Contact> contact_by_number(Store& store, std::string_view number);

/// All fields as they are stored; what is not known is not set. Throws not_found.
FieldValues read_values(Store& store, std::int64_t contact_id);

/// The key under which two contacts of a kind have the same name, see name_key() and person_key().
std::string contact_name_key(ContactKind kind, std::string_view name);

/// The country of the own company, "DE" before there is one: no country means this one.
std::string own_country(Store& store);

} // namespace crm
