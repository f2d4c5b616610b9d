// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace crm
{

/// All bytes of a file, or for "-" of standard input. Throws io.
std::string read_file(const std::string& file);

} // namespace crm
