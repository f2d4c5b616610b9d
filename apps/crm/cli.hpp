// SPDX-License-Identifier: MIT
#pragma once

#include "crm/common_options.hpp"
#include "crm/verb.hpp"

#include <string>
#include <vector>

namespace crm
{

/// The command tree with everything parsing fills.
struct Cli {
    Cli();
    Cli(const Cli&) = delete;
    Cli& operator=(const Cli&) = delete;

    CLI::App app;
    CommonOptions common;
    Selection selection;

    /// Declares the verbs of the nouns that `words` name, since declaring all of them takes longer
    /// than most commands run; every noun if `words` is empty.
    void declare(const std::vector<std::string>& words);
};

/// Parses the words after the program's name, runs the command they choose, and returns its exit
/// code. All errors end here, as `crm: …` and `hint: …` on standard error.
int run(std::vector<std::string> words);

} // namespace crm
