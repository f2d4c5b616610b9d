// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"

namespace crm
{

class Store;

/// Where accounting periods begin, by the settings `fiscal.start` and `fiscal.period`.
FiscalRule fiscal_rule(Store& store);

} // namespace crm
