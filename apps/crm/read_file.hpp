// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <istream>
#include <string>
#include <string_view>

namespace crm
{

/// The bytes of a file, or for "-" of standard input, block by block.
class FileBlocks
{
  public:
    explicit FileBlocks(const std::string& file);

    /// Empty at the end; valid until the next one is read. Throws io.
    std::string_view next();

  private:
    std::string name_;
    std::ifstream file_;
    std::istream* in_;
    std::string block_;
};

/// All bytes of it. Throws io.
std::string read_file(const std::string& file);

} // namespace crm
