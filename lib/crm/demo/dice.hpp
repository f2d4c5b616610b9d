// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <random>

namespace crm::demo
{

/// Draws what the demo is made of. Only the engine's own numbers are used, whose sequence the
/// standard fixes; those of its distributions may differ between libraries.
class Dice
{
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
    bool once_in(int times) { return below(times) == 0; }
    template<class Items>
    const auto& of(const Items& items)
    {
        return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
    }

  private:
    std::mt19937 engine_;
};

} // namespace crm::demo
