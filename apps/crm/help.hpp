// SPDX-License-Identifier: MIT
#pragma once

#include "crm/cli.hpp"

#include <ostream>

namespace crm
{

/// Prints what `--help` shows of the command that parsing reached: how it is called, what it does,
/// its arguments and options or its commands, wrapped to the terminal.
void print_help(const Cli& cli, std::ostream& out);

} // namespace crm
