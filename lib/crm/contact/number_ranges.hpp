// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Sorts behind every text.
inline constexpr const char* after_every_text = "\U0010FFFF";

/// Keys from `from` to before `to`.
struct KeyRange {
    std::string from;
    std::string to;
};

/// Keys that begin with `prefix`.
KeyRange beginning_with(const std::string& prefix);

/// Where contact numbers lie that begin with `prefix`, or with it in capitals: natural_key sorts
/// runs of digits by their length first, so each length has a range of its own.
std::vector<KeyRange> number_ranges(const std::string& prefix);

/// ASCII letters in capitals: most contact numbers have no others.
std::string in_capitals(std::string_view text);

} // namespace crm
