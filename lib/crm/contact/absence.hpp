// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// Days on which a staff member is away, both included.
struct Absence {
    std::int64_t id = 0;
    std::string staff;
    std::string name;
    Date first_day;
    Date last_day;
};

std::span<const Column<Absence>> absence_columns();

/// Those of everybody or of one staff member, in the order of their days, until `use` returns
/// false. With a day, only what does not end before it.
void list_absences(Store& store, std::optional<std::int64_t> staff_id,
                   std::optional<Date> not_before, const std::function<bool(const Absence&)>& use);

/// Takes days out of the absences of a staff member, from `first` to `last`, or to the end of the
/// absence that `first` is in. Rejected if there is no absence on these days. Inside the caller's
/// transaction.
void take_back_absence(Store& store, std::int64_t staff_id, Date first, std::optional<Date> last);

} // namespace crm
