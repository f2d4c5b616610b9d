// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace crm
{

/// Runs a command that is not for people but for the build, the tests and the shells:
///   __generate bash|zsh|fish DIR    writes the completion of a shell
///   __generate man DIR PROSE_DIR    writes the manual pages
///   __describe                      prints the commands and options, a line each
///   __complete KIND PREFIX          prints what the database has that begins with PREFIX, silent
///   on
///                                   any error; KIND is contacts, companies, persons, staff or tags
/// Returns its exit code; throws usage for any other word.
int run_hidden(const std::vector<std::string>& words);

} // namespace crm
