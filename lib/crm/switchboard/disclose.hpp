// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <string>

namespace crm
{

/// Everything that is held about a person, as one JSON document (GDPR 15 and 20): each part an
/// object or a list of objects in the columns of the documented views, among them what was changed
/// when, and what has to be kept how long.
std::string disclosure(Store& store, const Contact& person, Date today);

} // namespace crm
