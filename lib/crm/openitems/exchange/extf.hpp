// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// The DATEV format for data that other programs hand over ("EXTF"): Windows-1252, lines of fields
// parted by semicolons, text quoted, by position (german-practice.md 3.5).

/// How a field is written and how long it may be.
struct ExtfColumn {
    std::string title;
    bool text = false;        ///< in quotes, also when empty
    std::size_t longest = 60; ///< characters
};

/// The 125 columns of a batch of postings, format version 13.
std::span<const ExtfColumn> posting_columns();
/// The 254 columns of debtors and creditors, format version 5.
std::span<const ExtfColumn> account_columns();

/// One line; fields count from 1 as DATEV numbers them.
class ExtfLine
{
  public:
    explicit ExtfLine(std::span<const ExtfColumn> columns)
        : columns_(columns), fields_(columns.size())
    {
    }

    /// Text without control characters, cut to what the field holds.
    ExtfLine& text(std::size_t field, std::string_view value);
    /// Digits and decimal comma as they are. Rejected: more than the field holds.
    ExtfLine& number(std::size_t field, std::string_view value);
    ExtfLine& amount(std::size_t field, Money amount);

    /// With CR LF, in Windows-1252; a character that it does not have is written as `?`.
    [[nodiscard]] std::string bytes() const;

  private:
    std::span<const ExtfColumn> columns_;
    std::vector<std::string> fields_;
};

/// What the first line says.
struct ExtfHeader {
    int category = 21; ///< 21 postings, 16 debtors and creditors
    std::string format_name;
    int format_version = 13;
    LocalTime created;
    std::string exported_by;
    std::string consultant;
    std::string client;
    Date fiscal_year;
    int account_length = 4;
    bool postings = true; ///< with what follows, which master data leave empty
    Period period;
    std::string label;
    std::string initials;
    std::string chart; ///< "03", "04"
};

std::string extf_header(const ExtfHeader& header);
/// The second line.
std::string extf_titles(std::span<const ExtfColumn> columns);

/// DDMM, and DDMMYYYY.
std::string day_and_month(Date day);
std::string german_digits(Date day);

/// A document number as DATEV takes it to tie invoice and payment: letters, digits and $&%*+-/, at
/// most 36; other characters become hyphens.
std::string document_field(std::string_view number);

} // namespace crm
