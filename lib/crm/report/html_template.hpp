// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/template.hpp"

namespace crm
{

/// The page of all reports, with the names that html_page.cpp fills in.
Template report_page_template();

} // namespace crm
