// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <string>

namespace crm
{

/// Takes the next running number of contacts. Numbers that were given, or belonged to a contact
/// that was merged, are passed over; none is ever handed out twice.
std::string next_contact_number(Store& store);

} // namespace crm
