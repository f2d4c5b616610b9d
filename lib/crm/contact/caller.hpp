// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Who speaks: a company, or a person with the company that is spoken for.
struct Caller {
    std::int64_t id = 0;
    std::string number;
    std::string name;
    bool is_company = false;
    std::int64_t company_id = 0; ///< the company itself, if it is one; 0: none
    std::string company;
    std::string company_number;
    std::string role;
    std::int64_t managed_id =
        0;                  ///< whose manager counts: the contact if it has one, else the company
    std::string point_kind; ///< what the number is: phone, mobile, fax
};

/// Who has a contact point (a phone as E.164, or "=" and its digits; an e-mail). A number at work
/// speaks for that company, as long as the employment lasts; an own one for the main employment.
/// Archived contacts come last; of the others those who use it for their main employment, or have
/// none, come first, then by number.
std::vector<Caller> holders_of(Store& store, std::string_view point, Date today);
/// A contact at one employment; 0 for none, as in FoundContact.
Caller caller_at(Store& store, std::int64_t contact_id, std::int64_t employment_id);
/// A contact at its main employment.
Caller caller_of(Store& store, std::int64_t contact_id, Date today);

} // namespace crm
