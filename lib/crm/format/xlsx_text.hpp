// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// Text as a workbook holds it, where every character survives: control characters that XML cannot
/// hold are written `_x000D_`, and text that looks like such an escape has its `_` escaped
/// (ST_Xstring of ECMA-376). Bytes that are not UTF-8 become U+FFFD.
std::string xlsx_text(std::string_view text);

} // namespace crm
