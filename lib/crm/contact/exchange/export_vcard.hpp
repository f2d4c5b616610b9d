// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/export.hpp"

#include <cstdint>
#include <functional>
#include <string_view>

namespace crm
{

/// Hands each contact of the export as one vCard 3.0 to `use`, until that returns false; what
/// address books have no place for stands in properties of our own, so that an import takes
/// everything back.
void export_vcards(ContactExport& source, const std::function<bool(std::string_view card)>& use);

} // namespace crm
