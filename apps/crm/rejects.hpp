// SPDX-License-Identifier: MIT
#pragma once

#include "crm/output.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// The rows that an import rejects, as a CSV file that can be mended and imported again: the
/// columns of the original, then `line` and `reason`. The file is made with its first row.
class Rejects
{
  public:
    Rejects(std::optional<std::string> file, std::vector<std::string> header);

    void add(const std::vector<std::string_view>& cells, std::int64_t line,
             std::string_view reason);
    /// Gives the file its name, also if the import itself changed nothing.
    void finish() { output_.commit(); }

  private:
    bool wanted_;
    bool begun_ = false;
    std::vector<std::string> header_;
    Output output_;
};

} // namespace crm
