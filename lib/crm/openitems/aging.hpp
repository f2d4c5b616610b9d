// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

struct AgingQuery {
    Date key_date;
    std::vector<int> limits{30, 60, 90}; ///< days past due with which a bucket ends, rising
    bool by_document_date = false;       ///< days since the document instead of since it was due
    Side side = Side::receivable;
    std::string currency; ///< empty: that of the books
};

/// What a contact owes, by how long it has been due. The buckets and what is not due are the total.
struct AgingRow {
    std::optional<std::int64_t> account;
    std::string contact_number;
    std::string contact;
    Money total;
    Money not_due;
    std::vector<Money> buckets; ///< one more than limits: the last is over all of them
};

/// Reads '30,60,90'. Throws usage unless they are whole days that rise, twelve at most.
std::vector<int> parse_buckets(std::string_view text);

/// Hands out a row a contact that has open items, by number, also if they cancel out. Returns how
/// many items of the side are open in other currencies and left out.
std::int64_t list_aging(Store& store, const AgingQuery& query,
                        const std::function<bool(const AgingRow&)>& use);

} // namespace crm
