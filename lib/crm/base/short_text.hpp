// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crm
{

/// The text of a number or a day, held in place: writing a million cells allocates nothing.
class ShortText
{
  public:
    std::string_view view() const { return {chars_.data() + begin_, chars_.size() - begin_}; }
    std::string str() const { return std::string(view()); }

    /// Puts a character in front; numbers are written from their last digit to their first.
    void push_front(char character) { chars_[--begin_] = character; }

    /// Exchanges each `from` for `to`, such as the decimal point for a comma.
    void replace(char from, char to)
    {
        std::replace(chars_.begin() + begin_, chars_.end(), from, to);
    }

  private:
    std::array<char, 24> chars_; // a sign, 19 digits and a point; uninitialised before begin_
    std::ptrdiff_t begin_ = 24;
};

/// The integer in decimal digits.
ShortText short_text(std::int64_t value);

/// `value` counted in units of 10^-`decimals`, with a decimal point; trailing zeros are dropped as
/// long as `at_least` decimals are left.
ShortText decimal_text(std::int64_t value, int decimals, int at_least);

} // namespace crm
