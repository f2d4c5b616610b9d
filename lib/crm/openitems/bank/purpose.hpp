// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace crm
{

/// A shorter number without a letter is in any text by chance.
inline constexpr std::size_t shortest_number = 4;

/// How a text has a number in it: not at all; as the beginning of a longer one (RE2026-00001 in
/// RE2026-000011); run together with letters, as banks do; as a word of its own.
enum class Naming { none, part, glued, word };

/// A text of a bank in which numbers are looked for: its letters and digits in capitals, because
/// banks break it anywhere and people write numbers with blanks or without, and where words end.
class Purpose
{
  public:
    explicit Purpose(std::string_view text);

    [[nodiscard]] std::string_view letters() const { return letters_; }
    /// How what begins there stands in the text.
    [[nodiscard]] Naming naming(std::size_t start, std::size_t length) const;
    /// Whether a number is a word of it.
    [[nodiscard]] bool says(std::string_view number) const;

  private:
    std::string letters_;
    std::vector<Naming> joints_; ///< how each character is joined to the one before it
};

/// Letters and digits of a text in capitals.
std::string compressed(std::string_view text);

/// A number in a text, and where in the caller's list it is.
struct Mention {
    std::size_t start = 0;
    std::size_t length = 0;
    Naming naming = Naming::none;
    std::size_t place = 0;
};

/// Numbers that are looked for in texts, by their letters and digits in capitals.
class NumberTable
{
  public:
    void reserve(std::size_t numbers) { places_.reserve(numbers); }
    /// The text of the number stays the caller's; what could be any word or figure is left out.
    void add(std::string_view number, std::size_t place);
    /// Every number that occurs; those inside of a longer one that is a word are left out.
    [[nodiscard]] std::vector<Mention> in(const Purpose& purpose) const;

  private:
    std::unordered_multimap<std::string_view, std::size_t> places_;
    std::vector<std::size_t> lengths_; ///< of numbers, each once
};

} // namespace crm
