// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace crm
{

struct EuMember {
    std::string_view alpha2, first_day, last_day;
};

/// Where the European Union's rules of value added tax between member states apply: since there are
/// any (1993-01-01) or since the accession. The United Kingdom left them with the end of the period
/// of transition; Monaco counts as part of France (§ 1 (2a) UStG).
// clang-format off
constexpr std::array<EuMember, 29> eu_members = {{
    {"AT", "1995-01-01", ""},
    {"BE", "1993-01-01", ""},
    {"BG", "2007-01-01", ""},
    {"CY", "2004-05-01", ""},
    {"CZ", "2004-05-01", ""},
    {"DE", "1993-01-01", ""},
    {"DK", "1993-01-01", ""},
    {"EE", "2004-05-01", ""},
    {"ES", "1993-01-01", ""},
    {"FI", "1995-01-01", ""},
    {"FR", "1993-01-01", ""},
    {"GB", "1993-01-01", "2020-12-31"},
    {"GR", "1993-01-01", ""},
    {"HR", "2013-07-01", ""},
    {"HU", "2004-05-01", ""},
    {"IE", "1993-01-01", ""},
    {"IT", "1993-01-01", ""},
    {"LT", "2004-05-01", ""},
    {"LU", "1993-01-01", ""},
    {"LV", "2004-05-01", ""},
    {"MC", "1993-01-01", ""},
    {"MT", "2004-05-01", ""},
    {"NL", "1993-01-01", ""},
    {"PL", "2004-05-01", ""},
    {"PT", "1993-01-01", ""},
    {"RO", "2007-01-01", ""},
    {"SE", "1995-01-01", ""},
    {"SI", "2004-05-01", ""},
    {"SK", "2004-05-01", ""},
}};
// clang-format on

} // namespace crm
