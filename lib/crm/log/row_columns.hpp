// SPDX-License-Identifier: MIT
#pragma once

#include "crm/log/list.hpp"

#include <string_view>

namespace crm
{

// What the present entries and their former versions are read by alike: the query names either `l`.

/// The columns of a LogRow that every version has, the first in their query.
inline constexpr std::string_view row_columns = R"sql(
    l.id, l.at, k.number, k.name, p.number, p.name, l.channel, l.direction, s.code, l.subject,
    l.text, l.agreement, l.follow_up, (SELECT number FROM orders WHERE id = l.order_id),
    (SELECT code FROM staff WHERE contact_id = l.follow_up_staff_id))sql";
inline constexpr int row_column_count = 15;

/// Where the names among them come from.
inline constexpr std::string_view row_joins = R"sql(
      LEFT JOIN contact AS k ON k.id = l.company_id
      LEFT JOIN contact AS p ON p.id = l.person_id
      LEFT JOIN staff AS s ON s.contact_id = l.staff_id)sql";

/// Reads them into a row whose strings keep their room; `done` is left to the caller.
void read_row_columns(const Statement& query, LogRow& row);

} // namespace crm
