// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// The verbs of `crm mailing`, a file a group.
void add_mailing_lists(const Noun& noun); ///< recipients, segment save, list, show, delete

} // namespace crm
