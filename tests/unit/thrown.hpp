// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"

#include <optional>

namespace crm::test
{

/// The error that the call throws, if it does.
template<class Call>
std::optional<Error> thrown(Call&& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

/// Whether the call ends in an error of that kind.
template<class Call>
bool throws(ErrorKind kind, Call&& call)
{
    const auto error = thrown(call);
    return error && error->kind == kind;
}

} // namespace crm::test
