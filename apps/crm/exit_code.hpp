// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"

namespace crm
{

/// Exit codes that are no errors; those of errors come from exit_code().
inline constexpr int done = 0;
inline constexpr int found_nothing = 1;
inline constexpr int rows_left_out = 6; ///< done, but bad rows were left out

/// The exit code of an error (cli.md 1).
constexpr int exit_code(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::nothing_found:
        return found_nothing;
    case ErrorKind::usage:
        return 2;
    case ErrorKind::rejected:
        return 3;
    case ErrorKind::not_found:
        return 4;
    case ErrorKind::io:
        return 5;
    }
    return 5;
}

} // namespace crm
