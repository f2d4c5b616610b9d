// SPDX-License-Identifier: MIT
#include "crm/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace crm
{

namespace
{

constexpr std::size_t bar_width = 30;
constexpr std::chrono::milliseconds pause{100};

std::string bar(std::uint64_t done, std::uint64_t total)
{
    const auto part = std::min(done, total) * bar_width / total;
    std::string text(bar_width, '.');
    std::fill_n(text.begin(), part, '#');
    return fmt::format("[{}] {:3} %  ", text, std::min(done, total) * 100 / total);
}

} // namespace

void Progress::show(std::uint64_t done, std::optional<std::uint64_t> total,
                    const std::string& words)
{
    const auto now = std::chrono::steady_clock::now();
    if (!wanted_ || now < next_)
        return;
    next_ = now + pause;
    drawn_ = true;
    // Back to the first column, and what is left of a longer line is erased.
    std::cerr << '\r' << (total.value_or(0) > 0 ? bar(done, *total) : "") << words << "\x1b[K"
              << std::flush;
}

void Progress::clear()
{
    if (drawn_)
        std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
}

} // namespace crm
