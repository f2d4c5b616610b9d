// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/format/cell.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace crm
{

/// A document that is built as a whole; long lists are streamed by JsonWriter instead.
using Json = nlohmann::ordered_json;

/// A day as ISO text, or null.
inline Json day_of(const std::optional<Date>& day)
{
    return day ? Json(to_string(*day)) : Json();
}

/// A number with its digits as they are: 2380.00 stays 2380.00. The library knows only binary
/// fractions, so it is a text with a mark before it, which json_text() takes away.
template<Number Value>
Json json_number(Value value)
{
    return '\x01' + short_text(value).str();
}

/// Null for nothing.
template<Number Value>
Json json_number(const std::optional<Value>& value)
{
    return value ? json_number(*value) : Json();
}

/// The document as text, UTF-8; indented by two blanks, or on one line. Bytes that are no UTF-8
/// become U+FFFD.
std::string json_text(const Json& document, bool indented = true);

} // namespace crm
