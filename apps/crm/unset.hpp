// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace crm
{

/// What is given and taken away in one call; the frame asks for options of the same name.
inline Error set_and_unset(std::string_view field)
{
    return error(ErrorKind::usage, "'{}' is both set and unset", field);
}

/// What --unset does to a record for one of its fields.
template<class Record>
struct Unset {
    std::string_view field;
    void (*apply)(Record& record);
};

/// Empties the field of that name. Throws usage for another one, naming them.
template<class Record>
void unset_field(std::span<const Unset<Record>> unsets, Record& record, std::string_view field)
{
    const auto found = std::ranges::find(unsets, field, &Unset<Record>::field);
    if (found == unsets.end()) {
        std::vector<std::string_view> fields;
        for (const auto& each : unsets)
            fields.push_back(each.field);
        throw error(ErrorKind::usage, "there is no field '{}' to unset", field)
            .with_hint("one of: {}", joined(fields));
    }
    found->apply(record);
}

} // namespace crm
