// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/translate.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace crm
{

/// What went wrong, in the terms of the contract; apps/crm maps each kind to its exit code.
enum class ErrorKind {
    nothing_found, ///< a search without a result
    usage,         ///< called wrongly, or a value outside an option's list
    rejected,      ///< the data break a rule; nothing was changed
    not_found,     ///< something named is not there, or is ambiguous
    io,            ///< a file or the database cannot be opened, read, written, or is damaged
};

/// The one exception of the program. The text is a sentence without full stop, lower case, with the
/// offending value quoted; `hint` says what to do; `candidates` are lines to choose from.
struct Error : std::runtime_error {
    Error(ErrorKind kind_of_error, const std::string& text)
        : std::runtime_error(text), kind(kind_of_error)
    {
    }

    /// Adds what the user can do about it (translated, formatted like the text).
    template<class... Args>
    Error&& with_hint(fmt::format_string<Args...> msgid, Args&&... args) &&
    {
        hint = crm::format(msgid, std::forward<Args>(args)...);
        return std::move(*this);
    }

    /// Adds the lines that the user can choose from.
    Error&& with_candidates(std::vector<std::string> lines) &&
    {
        candidates = std::move(lines);
        return std::move(*this);
    }

    ErrorKind kind;
    std::string hint;
    std::vector<std::string> candidates;
};

/// Makes an Error to throw: `throw error(ErrorKind::usage, "unknown column '{}'", key);`
template<class... Args>
Error error(ErrorKind kind, fmt::format_string<Args...> msgid, Args&&... args)
{
    return Error(kind, crm::format(msgid, std::forward<Args>(args)...));
}

} // namespace crm
