// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/import_spool.hpp"

#include <algorithm>
#include <cstring>

namespace crm
{

namespace
{

constexpr std::size_t block_size = 256 * 1024;

template<class Value>
void put(std::string& out, Value value)
{
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template<class Value>
Value take(std::string_view& in)
{
    Value value;
    std::memcpy(&value, in.data(), sizeof value);
    in.remove_prefix(sizeof value);
    return value;
}

} // namespace

void ImportSpool::add(const ImportRow& row)
{
    const auto begin = waiting_.size();
    put(waiting_, std::uint32_t{0}); // the size of what follows
    put(waiting_, row.line);
    for (const auto& cell : row.cells) {
        put(waiting_, cell.key);
        put(waiting_, static_cast<std::uint32_t>(cell.text.size()));
        waiting_ += cell.text;
    }
    const auto size = static_cast<std::uint32_t>(waiting_.size() - begin - sizeof(std::uint32_t));
    std::memcpy(waiting_.data() + begin, &size, sizeof size);
    ++rows_;
    if (waiting_.size() >= block_size)
        flush();
}

void ImportSpool::flush()
{
    block_.clear();
    used_ = 0;
    if (waiting_.empty())
        return;
    if (!file_)
        file_ = std::make_unique<TemporaryFile>();
    file_->append(waiting_);
    written_ += waiting_.size();
    waiting_.clear();
}

/// Makes at least `size` unused bytes be in the block; false at the end of the file.
bool ImportSpool::fill(std::size_t size)
{
    if (block_.size() - used_ >= size)
        return true;
    block_.erase(0, used_);
    used_ = 0;
    const auto left = static_cast<std::size_t>(written_ - position_);
    const auto old_size = block_.size();
    block_.resize(old_size + std::min(left, std::max(block_size, size)));
    if (block_.size() > old_size)
        position_ += file_->read(position_, {block_.data() + old_size, block_.size() - old_size});
    return block_.size() >= size;
}

bool ImportSpool::read(ImportRow& row)
{
    std::uint32_t size = 0;
    if (!fill(sizeof size))
        return false;
    std::memcpy(&size, block_.data() + used_, sizeof size);
    fill(sizeof size + size);
    std::string_view record(block_.data() + used_ + sizeof size, size);
    used_ += sizeof size + size;
    row.line = take<std::int64_t>(record);
    row.cells.clear();
    while (!record.empty()) {
        const auto key = take<std::uint32_t>(record);
        const auto length = take<std::uint32_t>(record);
        row.cells.push_back({key, record.substr(0, length)});
        record.remove_prefix(length);
    }
    return true;
}

} // namespace crm
