// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <optional>
#include <string>

namespace crm
{

/// The last day on or before which nothing may be dated any more; nothing if the books are open.
std::optional<Date> closed_until(Store& store);

/// Throws rejected if the books are closed for that day. Whatever posts a document, payment,
/// allocation or movement asks here first.
void require_open_period(Store& store, Date day);

/// Throws rejected if the books are open on that day.
void require_closed_period(Store& store, Date day);

/// Closes the books up to a day. Rejected: a day that is closed already.
/// Works inside the caller's transaction.
void close_period(Store& store, Date until, const std::string& at);

/// Takes back the closing that a day fell under, and later ones; what was closed before that stays
/// closed. Rejected: a day that is not closed. Works inside the caller's transaction.
void reopen_period(Store& store, Date until, const std::string& reason, const std::string& at);

} // namespace crm
