// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/mail.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace crm::test
{

/// A message of tests/data/mail, as a mail program saved it.
inline Mail saved_mail(const std::string& name)
{
    const auto file =
        std::filesystem::path(__FILE__).parent_path() / "../../data/mail" / (name + ".eml");
    std::ifstream in(file, std::ios::binary);
    return read_mail(std::string(std::istreambuf_iterator<char>(in), {}));
}

} // namespace crm::test
