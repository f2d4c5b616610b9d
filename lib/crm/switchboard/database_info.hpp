// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace crm
{

/// One line of `db info`; the value owns its text.
struct InfoLine {
    const char* key;
    Cell value;
};

std::span<const Column<InfoLine>> info_columns();

/// File, versions and sizes; what is in it only if its schema is not an older one.
std::vector<InfoLine> database_info(Store& store);

} // namespace crm
