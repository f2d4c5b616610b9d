// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace crm
{

/// A document that is built as a whole; long lists are streamed by JsonWriter instead.
using Json = nlohmann::ordered_json;

/// A day as ISO text, or null.
inline Json day_of(const std::optional<Date>& day)
{
    return day ? Json(to_string(*day)) : Json();
}

} // namespace crm
