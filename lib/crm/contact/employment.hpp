// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// What a person can be responsible for at a company (`employ --for`).
std::span<const std::string_view> employment_functions();

struct Employment {
    std::int64_t id = 0;
    std::int64_t person_id = 0;
    std::int64_t company_id = 0;
    std::string company_number;
    std::string company;
    std::string role;
    std::string department;
    std::string phone;
    std::string email;
    std::vector<std::string> functions;
    bool main = false;
    std::optional<Date> first_day;
    std::optional<Date> last_day;

    /// Whether the person works there on that day; unknown days do not bound it.
    [[nodiscard]] bool present_on(Date day) const
    {
        return (!first_day || *first_day <= day) && (!last_day || day <= *last_day);
    }
};

/// All employments of a person, the main one first: the one so marked, else the oldest recorded.
std::vector<Employment> employments_of(Store& store, std::int64_t person_id);
/// Those present on a day, the main one first.
std::vector<Employment> present_employments(Store& store, std::int64_t person_id, Date day);
/// The ids of everybody who was ever recorded at a company.
std::vector<std::int64_t> people_of(Store& store, std::int64_t company_id);
/// A contact and, if it is a company, its people: whose search index depends on its name.
std::vector<std::int64_t> with_people(Store& store, std::int64_t contact_id);

// The following work inside the caller's transaction and leave the search index alone.

/// Records an employment, or changes what is given of the one that runs, also when its end is known
/// already. Rejected: no person, no company, an unknown function, first day after last day, days of
/// another employment there.
std::int64_t add_employment(Store& store, std::int64_t person_id, const EmploymentData& data,
                            Date today);
/// The same for a person who was made just now and has none, at what is known to be a company.
std::int64_t insert_employment(Store& store, std::int64_t person_id, const EmploymentData& data);
/// What of an employment is to be changed: nothing leaves a text, empty text empties it.
struct EmploymentChange {
    std::optional<std::string> role;
    std::optional<std::string> department;
    std::vector<std::string> functions;     ///< further ones
    std::vector<std::string> not_functions; ///< no longer
    bool no_functions = false;              ///< none of those there are

    bool operator==(const EmploymentChange&) const = default;
};
/// Rejected: an unknown function. Not found: one to take away that is not there.
void change_employment(Store& store, const Employment& work, const EmploymentChange& change);
/// Ends the running employment on its last day, also when another one was to come; it stays
/// recorded. Returns its id. Not found if there is none.
std::int64_t end_employment(Store& store, std::int64_t person_id, std::int64_t company_id,
                            Date last_day, Date today);

} // namespace crm
