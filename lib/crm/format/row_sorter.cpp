// SPDX-License-Identifier: MIT
#include "crm/format/row_sorter.hpp"

#include "crm/format/cell_codec.hpp"

#include <algorithm>
#include <cstring>
#include <queue>

namespace crm
{

namespace
{

// A record is the size of its key, the size of its cells, the key, the cells.
struct Sizes {
    std::uint32_t key = 0;
    std::uint32_t cells = 0;
};

struct Record {
    std::string_view key;
    std::string_view cells;
};

constexpr std::size_t read_bytes = 256 * 1024;

Sizes sizes_at(const char* bytes)
{
    Sizes sizes;
    std::memcpy(&sizes, bytes, sizeof sizes);
    return sizes;
}

std::size_t record_size(const char* bytes)
{
    const auto sizes = sizes_at(bytes);
    return sizeof sizes + sizes.key + sizes.cells;
}

Record record_at(const char* bytes)
{
    const auto sizes = sizes_at(bytes);
    bytes += sizeof sizes;
    return {{bytes, sizes.key}, {bytes + sizes.key, sizes.cells}};
}

/// Reads the records of one run from the file, a block at a time.
class RunReader
{
  public:
    RunReader(const TemporaryFile& file, std::uint64_t begin, std::uint64_t end)
        : file_(file), next_(begin), end_(end)
    {
    }

    /// False when there is none left.
    bool advance()
    {
        place_ += current_;
        if (buffer_.size() - place_ < sizeof(Sizes) && !fill(sizeof(Sizes)))
            return false;
        current_ = record_size(buffer_.data() + place_);
        return buffer_.size() - place_ >= current_ || fill(current_);
    }

    Record record() const { return record_at(buffer_.data() + place_); }

  private:
    /// Brings at least `needed` bytes to the front of the buffer; false at the run's end.
    bool fill(std::size_t needed)
    {
        buffer_.erase(0, place_);
        place_ = 0;
        const auto kept = buffer_.size();
        const auto wanted =
            std::min<std::uint64_t>(std::max(read_bytes, needed) - kept, end_ - next_);
        buffer_.resize(kept + wanted);
        const auto count = file_.read(next_, std::span(buffer_).subspan(kept));
        buffer_.resize(kept + count);
        next_ += count;
        return buffer_.size() >= needed;
    }

    const TemporaryFile& file_;
    std::uint64_t next_;
    std::uint64_t end_;
    std::string buffer_;
    std::size_t place_ = 0;
    std::size_t current_ = 0; ///< size of the record at place_
};

} // namespace

RowSorter::RowSorter(std::vector<By> by, std::vector<std::size_t> kept, std::size_t run_bytes)
    : by_(std::move(by)), kept_(std::move(kept)), run_bytes_(run_bytes)
{
}

void RowSorter::add(std::span<const Cell> cells)
{
    std::string key;
    for (const auto& [column, descending] : by_)
        key += sort_key(cells[column], descending);
    const auto values = encode_cells({cells, kept_});
    const Sizes sizes{static_cast<std::uint32_t>(key.size()),
                      static_cast<std::uint32_t>(values.size())};
    std::array<char, sizeof sizes> head{};
    std::memcpy(head.data(), &sizes, sizeof sizes);
    offsets_.push_back(records_.size());
    records_.append(head.data(), head.size()).append(key).append(values);
    if (records_.size() + offsets_.size() * sizeof(std::size_t) >= run_bytes_)
        put_away();
}

void RowSorter::replay(const std::function<bool(std::span<const Cell>)>& row)
{
    if (runs_.empty()) {
        sort_run();
        return replay_memory(row);
    }
    if (!offsets_.empty())
        put_away();
    records_.shrink_to_fit();
    replay_merged(row);
}

/// Sorts the offsets; of equal keys the one that came first has the lower one.
void RowSorter::sort_run()
{
    std::ranges::sort(offsets_, [this](std::size_t left, std::size_t right) {
        const auto order =
            record_at(records_.data() + left).key.compare(record_at(records_.data() + right).key);
        return order != 0 ? order < 0 : left < right;
    });
}

void RowSorter::put_away()
{
    if (!file_)
        file_ = std::make_unique<TemporaryFile>();
    sort_run();
    std::string block;
    for (const auto offset : offsets_) {
        block.append(records_, offset, record_size(records_.data() + offset));
        if (block.size() >= read_bytes) {
            file_->append(block);
            block.clear();
        }
    }
    file_->append(block);
    const auto begin = runs_.empty() ? 0 : runs_.back().end;
    runs_.push_back({begin, begin + records_.size()});
    records_.clear();
    offsets_.clear();
}

void RowSorter::replay_memory(const std::function<bool(std::span<const Cell>)>& row) const
{
    for (const auto offset : offsets_)
        if (!row(decode_cells(record_at(records_.data() + offset).cells)))
            return;
}

void RowSorter::replay_merged(const std::function<bool(std::span<const Cell>)>& row) const
{
    std::vector<RunReader> readers;
    readers.reserve(runs_.size());
    const auto later = [&readers](std::size_t left, std::size_t right) {
        const auto order = readers[left].record().key.compare(readers[right].record().key);
        return order != 0 ? order > 0 : left > right;
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> next(later);
    for (const auto& run : runs_) {
        readers.emplace_back(*file_, run.begin, run.end);
        if (readers.back().advance())
            next.push(readers.size() - 1);
    }
    while (!next.empty()) {
        const auto run = next.top();
        next.pop();
        if (!row(decode_cells(readers[run].record().cells)))
            return;
        if (readers[run].advance())
            next.push(run);
    }
}

} // namespace crm
