// SPDX-License-Identifier: MIT
#include "crm/contact/number_filter.hpp"

#include <algorithm>
#include <functional>

namespace crm
{

namespace
{

constexpr std::int64_t few_contacts = 1000;
constexpr std::uint64_t bits =
    1U << 23; // one megabyte: of a million numbers, one in 22 is looked up in vain

} // namespace

NumberFilter::NumberFilter(Store& store)
{
    auto last = store.prepare("SELECT max(id) FROM contact");
    if (last.step() && last.integer(0) > few_contacts)
        return;
    words_.resize(bits / 64);
    auto numbers = store.prepare("SELECT number_key FROM contact");
    while (numbers.step())
        add(numbers.text(0));
}

std::array<std::uint64_t, 2> NumberFilter::bits_of(std::string_view number_key)
{
    const std::uint64_t hash = std::hash<std::string_view>()(number_key);
    return {hash % bits, (hash >> 32) % bits};
}

void NumberFilter::add(std::string_view number_key)
{
    if (!words_.empty())
        for (const auto bit : bits_of(number_key))
            words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

bool NumberFilter::may_hold(std::string_view number_key) const
{
    return words_.empty() || std::ranges::all_of(bits_of(number_key), [this](std::uint64_t bit) {
               return (words_[bit / 64] >> (bit % 64) & 1U) != 0;
           });
}

} // namespace crm
