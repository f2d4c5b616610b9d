// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

namespace crm
{

/// Merges `drop` into `keep`: everything that hangs on `drop` moves, fields that `keep` lacks are
/// filled, phones and e-mails are joined; the number of `drop` becomes an alias of `keep`. Rejected
/// for different kinds, the own company, a contact with itself, and two staff members. Works inside
/// the caller's transaction.
void merge_contacts(Store& store, std::int64_t keep_id, std::int64_t drop_id, Date today);

} // namespace crm
