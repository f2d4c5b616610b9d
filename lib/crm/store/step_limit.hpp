// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

struct sqlite3;

namespace crm
{

class Store;

/// While it lives, the statements of the connection may take so many instructions of SQLite,
/// roughly; then they are interrupted. There is one at a time.
class StepLimit
{
  public:
    /// `left` is counted down, and below 0 once there were too many.
    StepLimit(Store& store, std::int64_t& left);
    StepLimit(const StepLimit&) = delete;
    StepLimit& operator=(const StepLimit&) = delete;
    ~StepLimit();

  private:
    sqlite3* connection_;
};

} // namespace crm
