// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <string>
#include <vector>

namespace crm
{

/// A rule that does not hold.
struct Breach {
    std::string check;
    std::string text;
};

/// The checks of all folders, in the order in which they run.
std::vector<Check> all_checks();

/// The checks of these names, all without a name. Throws not_found for an unknown one, with the
/// names there are.
std::vector<Check> find_checks(const std::vector<std::string>& names);

/// Runs checks and hands over each breach as it is found; of one check at most a hundred, then how
/// many more there are. Damage of the file that keeps a check from ending is a breach itself once
/// one was found, else an io error. Returns the number of breaches.
std::int64_t run_checks(Store& store, const std::vector<Check>& checks,
                        const std::function<void(const Breach&)>& use);

} // namespace crm
