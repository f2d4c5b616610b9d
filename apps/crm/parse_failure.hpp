// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"
#include "crm/cli.hpp"

namespace crm
{

/// Words a failure of CLI11's parser as one of ours: what is wrong with which word, and the nearest
/// verb or option where it looks like a slip of the finger.
Error parse_failure(Cli& cli, const CLI::ParseError& failure);

/// The error for a command line that names no verb.
Error missing_verb(Cli& cli);

} // namespace crm
