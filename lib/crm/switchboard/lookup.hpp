// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/search/index.hpp"
#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// What the switchboard wants to know while the phone rings. All is empty for an unknown number.
struct LookupRow {
    std::string caller;
    std::string number;
    std::string company; ///< a company's own, too
    std::string company_number;
    std::string role;
    std::string manager; ///< the contact's, else the company's
    std::string manager_extension;
    std::string deputy; ///< only while the manager is absent
    /// While the manager is absent and nobody stands in; no column.
    std::optional<Date> nobody_until;
    std::string pinned; ///< pinned notes on the caller, then on the company, joined by " | "
    std::optional<Date> last_contact;
    std::string last_staff;
    std::string last_subject;
    std::optional<Money> open_amount; ///< what the company owes, or a caller without one
    std::optional<Money> overdue_amount;
};

std::span<const Column<LookupRow>> lookup_columns();

/// Answers call after call.
class Lookup
{
  public:
    /// The store must outlive this.
    explicit Lookup(Store& store);

    /// Whose number it is, in any notation: who has just this one, a row each; else the company
    /// with the longest number that it continues by at most six digits, an extension 0 left out.
    /// Archived contacts are known, too, after the others. Empty if nobody is.
    std::vector<LookupRow> by_phone(std::string_view phone, Date today);
    /// A phone or a contact's number, else text as `find` understands it, at most `limit` rows.
    std::vector<LookupRow> by_text(const std::string& text, Date today, std::int64_t limit);

  private:
    Store& store_;
    SearchIndexer indexer_;
};

} // namespace crm
