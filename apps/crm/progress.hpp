// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace crm
{

/// One line on standard error that says how far a long work is, and that goes away again.
class Progress
{
  public:
    explicit Progress(bool wanted) : wanted_(wanted) {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    /// `done` of `total`, in any unit; without a total only the words are said. Drawn a few times a
    /// second however often it is called.
    void show(std::uint64_t done, std::optional<std::uint64_t> total, const std::string& words);
    /// Makes room for other words.
    void clear();

  private:
    bool wanted_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point next_;
};

} // namespace crm
