// SPDX-License-Identifier: MIT
#pragma once

#include "crm/describe.hpp"

#include <string>

namespace crm
{

// Scripts that complete the command line in a shell: commands, options, values, arguments. What
// only the database knows they ask of `crm __complete`.

std::string bash_completion(const CommandDescription& root);
std::string zsh_completion(const CommandDescription& root);
std::string fish_completion(const CommandDescription& root);

} // namespace crm
