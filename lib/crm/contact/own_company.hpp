// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <string>
#include <vector>

namespace crm
{

/// Makes the own company, the first contact of a new database, inside the caller's transaction.
/// Without a country it is a German one. Returns warnings, as ContactWriter has them; throws what
/// ContactWriter::add throws.
std::vector<std::string> add_own_company(Store& store, ContactData data, Date today);

} // namespace crm
