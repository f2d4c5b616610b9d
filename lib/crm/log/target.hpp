// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace crm
{

/// How often somebody is to be spoken to: `ideal` days apart, `latest` at the most.
struct ContactTarget {
    std::int64_t ideal = 0;
    std::optional<std::int64_t> latest;
    bool operator==(const ContactTarget&) const = default;
};

/// No target may be longer, in days.
inline constexpr std::int64_t longest_target = 99'999;

// Both work inside the caller's transaction; without a target they take it away. Rejected: below
// one day, beyond the longest, latest before ideal.

void set_contact_target(Store& store, std::int64_t contact_id,
                        const std::optional<ContactTarget>& target);
/// The target of everybody who has the tag and none of their own.
void set_tag_target(Store& store, std::string_view tag, const std::optional<ContactTarget>& target);

} // namespace crm
