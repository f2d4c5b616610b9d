// SPDX-License-Identifier: MIT
#include "crm/read_file.hpp"

#include "crm/base/error.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

namespace crm
{

std::string read_file(const std::string& file)
{
    if (file == "-")
        return {std::istreambuf_iterator<char>(std::cin), {}};
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!in || in.bad())
        throw error(ErrorKind::io, "cannot read '{}': {}", file, std::strerror(errno));
    return bytes;
}

} // namespace crm
