// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// The verbs of `crm log`, a file a group.
void add_log_adding(const Noun& noun);     ///< add
void add_log_amending(const Noun& noun);   ///< amend
void add_log_reading(const Noun& noun);    ///< list, show, search
void add_log_follow_ups(const Noun& noun); ///< due, done
void add_log_frequency(const Noun& noun);  ///< frequency, target
void add_log_import(const Noun& noun);     ///< import

} // namespace crm
