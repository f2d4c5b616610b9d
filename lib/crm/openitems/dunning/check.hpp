// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

namespace crm
{

/// The check "reminders": items rise one level a run, claims are those that their line says, and
/// what an undone run claimed is taken back.
void check_reminders(Store& store, const Report& report);

} // namespace crm
