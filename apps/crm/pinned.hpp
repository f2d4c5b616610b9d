// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace crm
{

/// Says the pinned notes of contacts, each contact once: whoever deals with them has to know.
void tell_pinned(const Context& ctx, Store& store,
                 std::initializer_list<std::optional<std::int64_t>> contacts);

} // namespace crm
