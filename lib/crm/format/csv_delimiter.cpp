// SPDX-License-Identifier: MIT
#include "crm/format/csv_delimiter.hpp"

#include <csv.h>

#include <algorithm>
#include <vector>

namespace crm
{
namespace
{

constexpr std::string_view candidates = ";,\t";
constexpr std::size_t sample_size = std::size_t{1} << 16U;
constexpr std::size_t sample_records = 200;

/// Counts the cells of each record; libcsv calls back with a pointer to it.
struct Count {
    std::size_t cells = 0;
    std::vector<std::size_t> records{};
};

void count_cell(void* /*text*/, std::size_t /*size*/, void* count)
{
    ++static_cast<Count*>(count)->cells;
}

void count_record(int /*end*/, void* data)
{
    auto& count = *static_cast<Count*>(data);
    if (count.records.size() < sample_records) {
        count.records.push_back(count.cells);
    }
    count.cells = 0;
}

std::vector<std::size_t> cells_per_record(std::string_view text, char delimiter, bool whole)
{
    Count count;
    csv_parser parser;
    csv_init(&parser, 0);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    csv_parse(&parser, text.data(), text.size(), count_cell, count_record, &count);
    if (whole) {
        csv_fini(&parser, count_cell, count_record, &count);
    }
    csv_free(&parser);
    return count.records;
}

} // namespace

std::optional<SepLine> find_sep_line(std::string_view text)
{
    const bool quoted = text.starts_with('"');
    const std::string_view line = text.substr(quoted ? 1 : 0, 5);
    if (line.size() < 5 || !(line.starts_with("sep=") || line.starts_with("SEP="))) {
        return std::nullopt;
    }
    const std::size_t size = quoted ? 7 : 5;
    const bool ends = text.size() == size || text.find_first_of("\r\n", 0) == size;
    if (!ends || (quoted && text[size - 1] != '"')) {
        return std::nullopt;
    }
    return SepLine{line.back(), size};
}

char guess_delimiter(std::string_view text)
{
    const bool whole = text.size() <= sample_size;
    text = text.substr(0, sample_size);
    char best = ',';
    std::size_t best_share = 0; // of records like the header, in thousandths
    std::size_t best_cells = 1;
    for (const char delimiter : candidates) {
        const auto records = cells_per_record(text, delimiter, whole);
        if (records.empty() || records.front() < 2) {
            continue;
        }
        const std::size_t cells = records.front();
        const auto alike = static_cast<std::size_t>(std::ranges::count(records, cells));
        const std::size_t share = alike * 1000 / records.size();
        if (share > best_share || (share == best_share && cells > best_cells)) {
            best = delimiter;
            best_share = share;
            best_cells = cells;
        }
    }
    return best;
}

} // namespace crm
