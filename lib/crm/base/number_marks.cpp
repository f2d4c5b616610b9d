// SPDX-License-Identifier: MIT
#include "crm/base/number_marks.hpp"

#include "crm/base/translate.hpp"

#include <string_view>

namespace crm
{

NumberMarks local_marks()
{
    const std::string_view sample = tr("1,234.56");
    const auto group = sample.find('1') + 1;
    const auto decimal = sample.find('4') + 1;
    if (group >= sample.size() || decimal >= sample.size())
        return english_marks;
    return {sample[decimal], sample[group]};
}

std::string grouped(std::string digits, NumberMarks marks)
{
    auto end = digits.find('.');
    if (end == std::string::npos)
        end = digits.size();
    else
        digits[end] = marks.decimal;
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (auto place = end; place > first + 3;)
        digits.insert(place -= 3, 1, marks.group);
    return digits;
}

std::string local_day(Date day)
{
    const std::chrono::year_month_day date(day);
    // year, month, day; German: {2:02}.{1:02}.{0:04}
    return format("{0:04}-{1:02}-{2:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace crm
