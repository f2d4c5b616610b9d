// SPDX-License-Identifier: MIT
#include "crm/contact/search/index_keys.hpp"

#include "crm/store/bulk_rows.hpp"

#include <algorithm>
#include <tuple>

namespace crm
{

namespace
{

/// The first sixteen bytes; a shorter text sorts before a longer one that goes on with it. Few
/// texts need more to be told apart, and then sorting does not run through all the memory.
std::array<std::uint64_t, 2> beginning_of(std::string_view text)
{
    std::array<std::uint64_t, 2> numbers{};
    for (std::size_t i = 0; i < std::min(text.size(), sizeof numbers); ++i)
        numbers[i / 8] |= std::uint64_t{static_cast<unsigned char>(text[i])} << (56 - i % 8 * 8);
    return numbers;
}

} // namespace

void IndexKeys::add(std::string_view text, std::int64_t contact_id, std::int64_t employment_id,
                    const char* kind)
{
    keys_.push_back({beginning_of(text), static_cast<std::uint32_t>(texts_.size()),
                     static_cast<std::uint32_t>(text.size()), contact_id, employment_id, kind});
    texts_ += text;
}

bool IndexKeys::less(const Key& a, const Key& b) const
{
    if (a.beginning != b.beginning)
        return a.beginning < b.beginning;
    if (std::max(a.size, b.size) > sizeof a.beginning)
        if (const auto order = text(a).compare(text(b)); order != 0)
            return order < 0;
    return std::tie(a.size, a.contact_id, a.employment_id) <
           std::tie(b.size, b.contact_id, b.employment_id);
}

void IndexKeys::write(Store& store, std::string_view sql)
{
    std::sort(keys_.begin(), keys_.end(),
              [this](const auto& a, const auto& b) { return less(a, b); });
    const auto value = [this](std::size_t row, int column) -> BulkValue {
        const auto& key = keys_[row];
        switch (column) {
        case 0:
            return text(key);
        case 1:
            return key.contact_id;
        case 2:
            return key.employment_id;
        default:
            return std::string_view(key.kind);
        }
    };
    insert_rows(store, sql, {keys_.size(), value});
    forget();
}

void IndexKeys::forget()
{
    texts_.clear();
    keys_.clear();
}

} // namespace crm
