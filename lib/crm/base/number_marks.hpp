// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"

#include <string>

namespace crm
{

/// How a language writes numbers that people read.
struct NumberMarks {
    char decimal = '.';
    char group = ','; ///< between thousands
};

inline constexpr NumberMarks english_marks{'.', ','};
inline constexpr NumberMarks german_marks{',', '.'};

/// The marks of the user's language: those of the number "1,234.56" in the catalogue.
NumberMarks local_marks();

/// Digits with a decimal point (`-12345.60`) with the marks of a language: `-12.345,60`.
std::string grouped(std::string digits, NumberMarks marks);

/// A day as the user's language writes it.
std::string local_day(Date day);

} // namespace crm
