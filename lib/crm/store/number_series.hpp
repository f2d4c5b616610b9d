// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/error.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// Own numbers of orders, deliveries and documents: a series a kind (and a year, if its pattern
// names the year), without gap and without double, also with many writers at once: the number is
// taken in the transaction that uses it.

/// What has a series; the setting `number.KEY` holds its pattern.
enum class Series {
    quote,
    order,
    purchase_quote,
    purchase_order,
    delivery,
    receipt,
    return_,
    invoice,
    credit,
    supplier_invoice,
    supplier_credit,
    payment,
    claim, ///< fees, interest and lump sums for late payment
};

/// Its key: "purchase-order".
std::string_view to_string(Series series);

struct SeriesNumber {
    std::string number; ///< AU2026-00001
    std::string series; ///< "order 2026", or "order" without a year in the pattern
    std::int64_t place = 0;
};

/// The series of something dated `day`.
std::string series_name(Store& store, Series series, Date day);

/// Takes the next number of a series for something dated `day`, by the pattern of that day, inside
/// the caller's transaction.
SeriesNumber next_number(Store& store, Series series, Date day);

/// Says that an import, or a former pattern, made the next number of a series before.
Error number_taken(Series series, std::string_view number);

/// Throws rejected for a pattern for the setting `key` that could make a number of another series.
void refuse_pattern_of_another(Store& store, std::string_view key, std::string_view pattern);

/// What the own series can make on any day: no import may use such a number.
class OwnNumbers
{
  public:
    explicit OwnNumbers(Store& store);
    [[nodiscard]] bool include(std::string_view number) const;

  private:
    std::vector<std::string> patterns_;
};

/// Whether a text is a pattern: exactly one `{number}` or `{number:DIGITS}`, `{year}` at most once.
bool is_number_pattern(std::string_view text);

} // namespace crm
