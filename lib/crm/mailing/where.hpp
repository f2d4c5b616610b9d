// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Whom a condition that a user typed takes, by contact id. It is SQL over the view `recipients`,
/// evaluated under SQLite's authorizer: nothing but that view can be read, nothing written, and it
/// may not take longer than some seconds, more where there are many contacts. Throws usage, with
/// SQLite's words, for anything else.
///
/// `among` is a condition of ours over the view's columns: others need not be looked at.
std::vector<bool> contacts_where(Store& store, const std::string& condition,
                                 std::string_view among = "1");

/// Throws as contacts_where does for what is no condition, but does not evaluate it.
void check_where(Store& store, const std::string& condition);

} // namespace crm
