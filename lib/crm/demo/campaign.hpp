// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

namespace crm::demo
{

/// A saved filter, and a letter to customers of a month ago with a control group and its answers.
void make_campaign(Store& store, Date today);

} // namespace crm::demo
