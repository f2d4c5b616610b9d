// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <string_view>

namespace crm
{

/// Whether two name keys are not the same, but sound so word by word: `anna meier`, `anna maier`.
bool sound_alike(std::string_view name_key, std::string_view other);

/// What contacts whose names only sound alike have to share to be looked at.
enum class SharedPoint { place, city };

/// Hands every pair of contacts in use, of one kind, whose names sound alike and that have a phone,
/// an e-mail or the postcode in common, or with `city` also that, to `use`, the lower id first;
/// some several times.
void for_each_sound_alike(Store& store, SharedPoint shared,
                          const std::function<void(std::int64_t, std::int64_t)>& use);

} // namespace crm
