// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// Whether a contact buys as a consumer on :day, as SQL about the row of `contact` of that alias: a
/// person who works nowhere, unless the field `consumer` says otherwise.
std::string consumer_sql(std::string_view alias);

} // namespace crm
