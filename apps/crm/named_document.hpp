// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace CLI
{
class App;
}

namespace crm
{

// Documents of different contacts may have one number: those of suppliers, or of a former system.
// `--contact` says whose is meant.

/// Does something with a document that was named; what is ambiguous says how to tell it apart.
template<class Work>
auto told_apart(const std::optional<std::string>& contact, const Work& work)
try {
    return work();
} catch (Error& failure) {
    if (contact || failure.candidates.empty() || !failure.hint.empty())
        throw;
    throw std::move(failure).with_hint("say whose it is with --contact");
}

void declare_whose(CLI::App& verb, std::optional<std::string>& contact);

/// The document with that number, of that contact if one is named. Throws not_found, with the
/// candidates if there are several.
std::int64_t named_document(Store& store, const std::string& number,
                            const std::optional<std::string>& contact);

} // namespace crm
