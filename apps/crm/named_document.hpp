// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace CLI
{
class App;
}

namespace crm
{

// Documents of different contacts may have one number: those of suppliers, or of a former system.
// `--contact` says whose is meant.

void declare_whose(CLI::App& verb, std::optional<std::string>& contact);

/// The document with that number, of that contact if one is named. Throws not_found, with the
/// candidates if there are several.
std::int64_t named_document(Store& store, const std::string& number,
                            const std::optional<std::string>& contact);

} // namespace crm
