// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// What looks wrong with a document that was posted, a sentence each: compulsory data that it lacks
/// (§ 14 UStG), a supplier's number that is not known, a day before that of the document before it
/// in its series, which was `last_of_series`.
std::vector<std::string> posting_warnings(Store& store, const Document& document,
                                          std::optional<Date> last_of_series);

} // namespace crm
