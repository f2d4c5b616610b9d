// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"
#include "crm/contact/exchange/keyed_table.hpp"
#include "crm/stock/count.hpp"
#include "crm/stock/product.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// What holds for all entries made at once.
struct EntryMoment {
    std::optional<LocalTime> at; ///< the moment that the quantities are of; the freeze without
    LocalTime now;
    bool second = false; ///< a second count, of what seemed wrong
};

/// One thing counted. Where place or lot is not given, it is the only one that the count has of the
/// product.
struct CountedGoods {
    std::string_view sku;
    std::optional<std::string_view> location;
    std::optional<std::string_view> lot; ///< empty: goods without one
    Quantity quantity;
    std::string_view counter;
    std::string_view remark;
};

/// Takes entries of an open count inside the caller's transaction.
class CountEntries
{
  public:
    /// Rejected: a count that is not open, a moment before its freeze.
    CountEntries(Store& store, std::int64_t count_id, const EntryMoment& moment);

    /// Records an entry; of several of a line the last one counts. Goods that the sheet does not
    /// have get a line of their own. Updated: the line had an entry. Throws before anything is
    /// written: not_found for an unknown product or location and, with the candidates, for goods
    /// that lie at several places or in several lots; rejected for a quantity below 0, a service,
    /// goods that this count is not of, and a second count without a first or by the same counter.
    RowOutcome enter(const CountedGoods& goods);

  private:
    std::int64_t line_of(const CountedGoods& goods, const Product& product);
    std::int64_t new_line(const CountedGoods& goods, const Product& product);

    Store& store_;
    Count count_;
    EntryMoment moment_;
};

/// A key of the file of `count enter`: the columns of the sheet.
enum class EntryKey { sku, location, lot, counted, counter, remark, name, unit, book };

/// The names of these, and which of them a file must have.
const TableKeys& count_entry_keys();

/// Takes the rows of a sheet that was filled in, in one transaction. A row without `counted` was
/// not counted and is skipped. Throws as import_keyed does.
ImportResult enter_sheet(Store& store, std::int64_t count_id, KeyedTable& table,
                         const EntryMoment& moment, Decimal decimal, bool skip_errors,
                         const ImportEvents& events);

} // namespace crm
