// SPDX-License-Identifier: MIT
#pragma once

#include "crm/common_options.hpp"
#include "crm/verb.hpp"

#include <CLI/CLI.hpp>

#include <span>
#include <string>
#include <vector>

namespace crm
{

/// The command tree with everything parsing fills.
struct Cli {
    /// Declares the commands that the words name, since declaring all of them takes longer than
    /// most of them run; all if there are none.
    explicit Cli(std::span<const std::string> words = {});
    Cli(const Cli&) = delete;
    Cli& operator=(const Cli&) = delete;

    CLI::App app;
    CommonOptions common;
    Selection selection;
};

/// Parses the words after the program's name, runs the command they choose, and returns its exit
/// code. All errors end here, as `crm: …` and `hint: …` on standard error.
int run(std::vector<std::string> words);

} // namespace crm
