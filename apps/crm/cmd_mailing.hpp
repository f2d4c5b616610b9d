// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// The verbs of `crm mailing`, a file a group.
void add_mailing_lists(const Noun& noun);     ///< recipients, segment save, list, show, delete
void add_mailing_campaigns(const Noun& noun); ///< create, list, show, respond, result
void add_mailing_export(const Noun& noun);

} // namespace crm
