// SPDX-License-Identifier: MIT
#include "crm/format/xlsx_writer.hpp"

#include "crm/base/error.hpp"
#include "crm/format/block_buffer.hpp"
#include "crm/format/temporary_file.hpp"
#include "crm/format/xlsx_library.hpp"
#include "crm/format/xlsx_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <type_traits>

namespace crm
{

namespace
{

constexpr lxw_row_t most_rows = 1'048'576;
constexpr int least_width = 8;
constexpr int most_width = 60;
constexpr std::time_t creation_time = 946'684'800; // 2000-01-01: bytes do not depend on the clock

/// How a spreadsheet shows the column; nothing where its default is right.
const char* number_format(Kind kind)
{
    switch (kind) {
    case Kind::money:
        return "#,##0.00";
    case Kind::unit_price:
        return "#,##0.00##";
    case Kind::date:
        return "yyyy-mm-dd";
    case Kind::time:
        return "yyyy-mm-dd hh:mm";
    default:
        return nullptr;
    }
}

// A workbook has no other number than this one; spreadsheets round to 15 digits what they read.
double floating(std::int64_t value, double unit)
{
    return static_cast<double>(value) / unit;
}
double floating(std::int64_t value)
{
    return floating(value, 1);
}
double floating(Money value)
{
    return floating(value.cents, 100);
}
double floating(UnitPrice value)
{
    return floating(value.ten_thousandths, 10'000);
}
double floating(Quantity value)
{
    return floating(value.thousandths, 1'000);
}
double floating(Rate value)
{
    return floating(value.hundredths, 100);
}
double floating(NumberText number)
{
    double value = 0;
    std::from_chars(number.digits.data(), number.digits.data() + number.digits.size(), value);
    return value;
}

lxw_datetime datetime(LocalTime time)
{
    const std::chrono::year_month_day day(time.day);
    return {int(day.year()),
            static_cast<int>(unsigned(day.month())),
            static_cast<int>(unsigned(day.day())),
            time.minute / 60,
            time.minute % 60,
            0};
}

/// `2026-06-30T14:05`, and whatever follows, as a time; nothing if it is something else.
std::optional<LocalTime> read_time(std::string_view iso)
{
    if (iso.size() < 16 || iso[10] != 'T' || !parse_iso_date(iso.substr(0, 10)))
        return std::nullopt;
    const auto digits = std::string{iso[11], iso[12], iso[14], iso[15]};
    if (iso[13] != ':' || digits.find_first_not_of("0123456789") != digits.npos)
        return std::nullopt;
    return LocalTime{*parse_iso_date(iso.substr(0, 10)),
                     std::stoi(digits.substr(0, 2)) * 60 + std::stoi(digits.substr(2))};
}

} // namespace

/// Owns the workbook while it grows.
class XlsxWriter::Sheet
{
  public:
    Sheet(std::vector<ColumnInfo> columns, const OutputOptions& options);

    void row(const RowView& cells);

    /// Completes the file.
    const TemporaryFile& close();

  private:
    lxw_workbook* open();
    lxw_worksheet* add_worksheet(std::string title);
    void put_header();
    void put(const Cell& cell, lxw_col_t column);
    lxw_error put_text(std::string_view text, lxw_col_t column, lxw_format* format);
    lxw_error put_time(LocalTime time, lxw_col_t column);
    void check(lxw_error code, lxw_col_t column) const;
    void set_widths();

    std::vector<ColumnInfo> columns_;
    TemporaryFile file_;
    std::string directory_;
    XlsxLibrary library_;
    std::unique_ptr<lxw_workbook, decltype(&::lxw_workbook_free)> workbook_;
    lxw_worksheet* worksheet_;
    std::vector<lxw_format*> formats_;
    std::vector<int> widths_;
    bool header_;
    lxw_row_t row_ = 0;
};

XlsxWriter::Sheet::Sheet(std::vector<ColumnInfo> columns, const OutputOptions& options)
    : columns_(std::move(columns)), library_(XlsxLibrary::load()),
      workbook_(open(), library_.lxw_workbook_free), worksheet_(add_worksheet(options.title)),
      widths_(columns_.size(), least_width), header_(options.header)
{
    for (const auto& column : columns_) {
        lxw_format* format = nullptr;
        if (const auto* const pattern = number_format(column.kind)) {
            format = library_.workbook_add_format(workbook_.get());
            library_.format_set_num_format(format, pattern);
        }
        formats_.push_back(format);
    }
    if (header_)
        put_header();
}

lxw_workbook* XlsxWriter::Sheet::open()
{
    std::error_code none;
    directory_ = std::filesystem::temp_directory_path(none).string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = directory_.empty() ? nullptr : directory_.data();
    auto* const workbook = library_.workbook_new_opt(file_.path().c_str(), &options);
    if (workbook == nullptr)
        throw error(ErrorKind::io, "the workbook cannot be made");
    lxw_doc_properties properties{};
    properties.created = creation_time;
    library_.workbook_set_properties(workbook, &properties);
    return workbook;
}

lxw_worksheet* XlsxWriter::Sheet::add_worksheet(std::string title)
{
    const bool valid = !title.empty() && library_.workbook_validate_sheet_name(
                                             workbook_.get(), title.c_str()) == LXW_NO_ERROR;
    auto* const sheet =
        library_.workbook_add_worksheet(workbook_.get(), valid ? title.c_str() : nullptr);
    if (sheet == nullptr)
        throw error(ErrorKind::io, "the workbook cannot be made");
    return sheet;
}

void XlsxWriter::Sheet::put_header()
{
    auto* const bold = library_.workbook_add_format(workbook_.get());
    library_.format_set_bold(bold);
    for (lxw_col_t column = 0; column < columns_.size(); ++column)
        check(put_text(columns_[column].key, column, bold), column);
    library_.worksheet_freeze_panes(worksheet_, 1, 0);
    ++row_;
}

void XlsxWriter::Sheet::row(const RowView& cells)
{
    if (row_ == most_rows)
        throw error(ErrorKind::rejected, "a workbook holds at most {} rows",
                    most_rows - (header_ ? 1 : 0))
            .with_hint("use --format csv, or choose fewer rows");
    for (lxw_col_t column = 0; column < cells.size(); ++column)
        put(cells[column], column);
    ++row_;
}

void XlsxWriter::Sheet::put(const Cell& cell, lxw_col_t column)
{
    auto* const format = formats_[column];
    const auto write = [&]<class Value>(const Value& value) -> lxw_error {
        if constexpr (std::is_same_v<Value, std::monostate>)
            return LXW_NO_ERROR;
        else if constexpr (std::is_same_v<Value, List>)
            return put_text(value.items, column, format);
        else if constexpr (std::is_same_v<Value, bool>)
            return library_.worksheet_write_boolean(worksheet_, row_, column, value ? 1 : 0,
                                                    format);
        else if constexpr (std::is_same_v<Value, Date>)
            return put_time({value, 0}, column);
        else if constexpr (Number<Value>) {
            const auto width = static_cast<int>(short_text(value).view().size());
            widths_[column] = std::max(widths_[column], width + 3); // marks between thousands
            return library_.worksheet_write_number(worksheet_, row_, column, floating(value),
                                                   format);
        } else {
            const auto time = columns_[column].kind == Kind::time ? read_time(value) : std::nullopt;
            return time ? put_time(*time, column) : put_text(value, column, format);
        }
    };
    check(std::visit(write, cell), column);
}

lxw_error XlsxWriter::Sheet::put_text(std::string_view text, lxw_col_t column, lxw_format* format)
{
    const auto characters =
        std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; });
    const auto width = static_cast<int>(std::min<std::ptrdiff_t>(characters, most_width)) + 2;
    widths_[column] = std::max(widths_[column], width);
    if (text.empty())
        return LXW_NO_ERROR;
    return library_.worksheet_write_string(worksheet_, row_, column, xlsx_text(text).c_str(),
                                           format);
}

lxw_error XlsxWriter::Sheet::put_time(LocalTime time, lxw_col_t column)
{
    auto value = datetime(time);
    widths_[column] = std::max(widths_[column], columns_[column].kind == Kind::time ? 17 : 11);
    return library_.worksheet_write_datetime(worksheet_, row_, column, &value, formats_[column]);
}

void XlsxWriter::Sheet::check(lxw_error code, lxw_col_t column) const
{
    if (code == LXW_NO_ERROR)
        return;
    if (code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        throw error(ErrorKind::rejected, "a text in column '{}' is too long for a workbook",
                    columns_[column].key)
            .with_hint("use --format csv, or leave the column out");
    throw error(ErrorKind::io, "the workbook cannot be written: {}", library_.lxw_strerror(code));
}

void XlsxWriter::Sheet::set_widths()
{
    for (lxw_col_t column = 0; column < columns_.size(); ++column)
        library_.worksheet_set_column(worksheet_, column, column, widths_[column], nullptr);
}

const TemporaryFile& XlsxWriter::Sheet::close()
{
    set_widths();
    if (header_ && !columns_.empty())
        library_.worksheet_autofilter(worksheet_, 0, 0, row_ - 1,
                                      static_cast<lxw_col_t>(columns_.size() - 1));
    // The library does not notice when its own file of rows could not be written, as on a full
    // disk.
    auto* const rows = worksheet_->optimize_tmpfile;
    if (rows != nullptr && (std::fflush(rows) != 0 || std::ferror(rows) != 0))
        throw error(ErrorKind::io, "the workbook cannot be written: {}",
                    library_.lxw_strerror(LXW_ERROR_CREATING_TMPFILE));
    const auto code = library_.workbook_close(workbook_.release());
    if (code != LXW_NO_ERROR)
        throw error(ErrorKind::io, "the workbook cannot be written: {}",
                    library_.lxw_strerror(code));
    return file_;
}

XlsxWriter::XlsxWriter(std::vector<ColumnInfo> shown, const OutputOptions& options,
                       std::ostream& out)
    : sheet_(std::make_unique<Sheet>(std::move(shown), options)), out_(out)
{
}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::row(const RowView& cells)
{
    sheet_->row(cells);
}

void XlsxWriter::finish()
{
    const auto& file = sheet_->close();
    BlockBuffer out(out_);
    std::array<char, 16 * 1024> block{};
    for (std::uint64_t offset = 0;;) {
        const auto count = file.read(offset, block);
        if (count == 0)
            break;
        out.put({block.data(), count});
        out.end_row();
        offset += count;
    }
    out.finish();
}

} // namespace crm
