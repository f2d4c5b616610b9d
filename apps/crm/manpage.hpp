// SPDX-License-Identifier: MIT
#pragma once

#include "crm/describe.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace crm
{

struct ManualPage {
    std::string file; ///< "crm-contact.1", "crm-cron.7"
    std::string text; ///< in the man macros, ASCII only
};

/// The manual: crm(1), a page for each noun, and in section 7 one for each topic, whose prose
/// begins with a NAME. What the commands are and take comes from the description, the explanations
/// and examples from `prose_folder`/crm.md, crm-contact.md and so on; throws io where one is
/// missing.
std::vector<ManualPage> manual_pages(const CommandDescription& root,
                                     const std::filesystem::path& prose_folder);

} // namespace crm
