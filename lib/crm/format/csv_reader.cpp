// SPDX-License-Identifier: MIT
#include "crm/format/csv_reader.hpp"

#include "crm/base/error.hpp"
#include "crm/format/blanks.hpp"
#include "crm/format/csv_delimiter.hpp"
#include "crm/format/formula_guard.hpp"
#include "crm/format/tsv_text.hpp"

#include <csv.h>

#include <algorithm>

namespace crm
{
namespace
{

constexpr std::size_t max_cell = std::size_t{1} << 20U;

/// Where a cell lies in the text of its batch.
struct Span {
    std::size_t start;
    std::size_t size;
};

struct Record {
    std::int64_t line;
    std::size_t first_cell;
    std::size_t cells;
};

/// Line breaks in a cell; CR LF is one.
std::int64_t count_breaks(std::string_view cell)
{
    std::int64_t breaks = 0;
    char before = '\0';
    for (const char c : cell) {
        breaks += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
        before = c;
    }
    return breaks;
}

/// Whether the text is JSON as programs write it: an array or an object.
bool is_json(std::string_view text)
{
    text = trim_blanks(text);
    const char begin = text.empty() ? '\0' : text.front();
    if (begin != '[' && begin != '{') {
        return false;
    }
    text = trim_blanks(text.substr(1));
    return !text.empty() && (begin == '{' ? text.front() == '"' || text.front() == '}'
                                          : text.front() == '{' || text.front() == ']');
}

} // namespace

/// libcsv pushes cells and records, `next` pulls them: this holds the records of one block, and the
/// cells of the record that the block has cut.
struct CsvReader::Parser {
    Parser(char delimiter, std::string_view opening)
        : guarded(delimiter == ';'), escaped(delimiter == '\t' && escapes_backslashes(opening))
    {
        csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
        csv_set_delim(&csv, static_cast<unsigned char>(delimiter));
        csv_set_blk_size(&csv, 4096);
        if (delimiter == '\t' && !quotes_cells(opening)) {
            csv_set_quote(&csv, '\0'); // which no text has: quotes are characters like others
        }
    }
    ~Parser() { csv_free(&csv); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    static void take_cell(void* data, std::size_t size, void* self)
    {
        static_cast<Parser*>(self)->add_cell({static_cast<const char*>(data), size});
    }
    static void take_record(int end, void* self) { static_cast<Parser*>(self)->end_record(end); }

    void add_cell(std::string_view cell)
    {
        const std::string_view trimmed = trim_blanks(cell);
        const std::string_view text = guarded ? without_guard(trimmed) : trimmed;
        const std::size_t start = chars.size();
        if (escaped) {
            append_unescaped_tsv(chars, text);
        } else {
            chars.append(text);
        }
        cells.push_back({start, chars.size() - start});
        line += count_breaks(cell);
        any_text = any_text || !text.empty();
        after_cr = false;
    }

    /// `end` is the character that ended the record, or an empty line; -1 at the end of the file.
    void end_record(int end)
    {
        const std::size_t count = cells.size() - open_cell;
        if (any_text) {
            records.push_back({open_line, open_cell, count});
            open_cell = cells.size();
        } else {
            cells.resize(open_cell);
        }
        any_text = false;
        line += end == '\n' && after_cr ? 0 : 1;
        after_cr = end == '\r';
        open_line = line;
    }

    /// Drops the records handed out; the cells of an unfinished one move to the front.
    void drop_records()
    {
        const std::size_t keep_from =
            open_cell < cells.size() ? cells[open_cell].start : chars.size();
        chars.erase(0, keep_from);
        cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(open_cell));
        for (Span& cell : cells) {
            cell.start -= keep_from;
        }
        open_cell = 0;
        records.clear();
        next_record = 0;
    }

    /// False at a quote that is neither doubled nor the end of its cell.
    bool parse(std::string_view block)
    {
        while (!block.empty()) {
            block.remove_prefix(
                csv_parse(&csv, block.data(), block.size(), take_cell, take_record, this));
            if (block.empty()) {
                break;
            }
            if (csv.quoted != 0) {
                return false;
            }
            // Strict mode stops at a quote inside an unquoted cell, where it is just a character.
            csv_set_opts(&csv, 0);
            csv_parse(&csv, block.data(), 1, take_cell, take_record, this);
            csv_set_opts(&csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
            block.remove_prefix(1);
        }
        return true;
    }

    csv_parser csv{};
    bool guarded;      // what looks like a formula has a `'` before it
    bool escaped;      // what is written between tabs has escapes
    std::string chars; // all cells, one after the other
    std::vector<Span> cells;
    std::vector<Record> records;
    std::size_t next_record = 0;
    std::size_t open_cell = 0;  // the first cell of the record being read
    std::int64_t open_line = 1; // the line in which that record starts
    std::int64_t line = 1;      // the line in which the next cell starts
    bool after_cr = false;
    bool any_text = false; // in the record being read
};

CsvReader::CsvReader(TextSource& source, std::optional<char> delimiter)
    : source_(source), opening_(source.next_block())
{
    if (is_json(opening_)) {
        throw error(ErrorKind::rejected, "'{}' is a JSON file, not CSV", source_.name())
            .with_hint("only CSV is imported, and contacts from vCard, too; an export is CSV with "
                       "-f csv");
    }
    const auto sep = find_sep_line(opening_);
    if (sep) {
        opening_.remove_prefix(sep->size); // its line end stays: an empty line that counts
    }
    if (delimiter) {
        delimiter_ = *delimiter;
    } else if (sep) {
        delimiter_ = sep->delimiter;
    } else {
        delimiter_ = guess_delimiter(opening_);
    }
    parser_ = std::make_unique<Parser>(delimiter_, opening_);
    read_header();
}

CsvReader::~CsvReader() = default;

bool CsvReader::refill()
{
    Parser& parser = *parser_;
    parser.drop_records();
    if (ended_) {
        return false;
    }
    const std::string_view block = opening_.empty() ? source_.next_block() : opening_;
    opening_ = {};
    ended_ = block.empty();
    if (!parser.parse(block)) {
        throw error(ErrorKind::rejected,
                    "'{}', line {}: a quote inside a quoted cell is not doubled", source_.name(),
                    parser.line);
    }
    if (parser.csv.entry_pos > max_cell) {
        throw error(ErrorKind::rejected, "'{}', line {}: a cell is longer than 1 MiB",
                    source_.name(), parser.line)
            .with_hint("is the closing quote missing?");
    }
    if (ended_ && csv_fini(&parser.csv, Parser::take_cell, Parser::take_record, &parser) != 0) {
        throw error(ErrorKind::rejected, "'{}', line {}: a quote is never closed", source_.name(),
                    parser.line);
    }
    return true;
}

bool CsvReader::next_record(CsvRow& row)
{
    while (parser_->next_record == parser_->records.size()) {
        if (!refill()) {
            return false;
        }
    }
    const Record& record = parser_->records[parser_->next_record++];
    row.line = record.line;
    row.cells.clear();
    const std::string_view chars = parser_->chars;
    for (std::size_t i = record.first_cell; i < record.first_cell + record.cells; ++i) {
        const Span& cell = parser_->cells[i];
        row.cells.push_back(chars.substr(cell.start, cell.size));
    }
    return true;
}

void CsvReader::read_header()
{
    CsvRow row;
    if (!next_record(row)) {
        throw error(ErrorKind::rejected, "'{}' is empty", source_.name());
    }
    while (row.cells.back().empty()) { // spreadsheets pad to the widest line
        row.cells.pop_back();
    }
    for (const std::string_view name : row.cells) {
        if (name.empty()) {
            throw error(ErrorKind::rejected, "'{}', line {}: column {} has no name", source_.name(),
                        row.line, header_.size() + 1);
        }
        if (std::ranges::find(header_, name) != header_.end()) {
            throw error(ErrorKind::rejected, "'{}', line {}: column '{}' occurs twice",
                        source_.name(), row.line, name);
        }
        header_.emplace_back(name);
    }
}

bool CsvReader::next(CsvRow& row)
{
    row.problem.clear();
    if (!next_record(row)) {
        return false;
    }
    while (row.cells.size() > header_.size() && row.cells.back().empty()) {
        row.cells.pop_back();
    }
    if (row.cells.size() > header_.size()) {
        row.problem =
            crm::format("{} cells, but the header has {}", row.cells.size(), header_.size());
    }
    row.cells.resize(std::max(row.cells.size(), header_.size()));
    return true;
}

} // namespace crm
