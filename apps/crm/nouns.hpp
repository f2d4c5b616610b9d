// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

#include <span>

namespace crm
{

/// A subcommand of crm: either verbs below it, or a verb of its own (`crm init`).
struct NounInfo {
    const char* name;
    const char* summary; ///< empty for a single verb, which brings its own
    void (*declare)(const Noun& noun);
};

/// Every noun, one line each, in the order of the help.
std::span<const NounInfo> nouns();

} // namespace crm
