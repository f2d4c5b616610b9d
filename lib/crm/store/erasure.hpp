// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace crm
{

// What erasing a person (GDPR 17) needs of the file itself, besides changing rows.

/// From now on what is deleted or replaced is overwritten in the file. To be called before the
/// transaction.
void overwrite_deleted(Store& store);

/// Blanks the values of all audit rows about a contact, those of this very transaction included;
/// the chain covers digests of them and stays whole.
void erase_audit_values(Store& store, std::int64_t contact_id);

/// The same for records of a table that are about a contact, but not filed with it.
void erase_audit_values(Store& store, std::string_view table,
                        std::span<const std::int64_t> records);

/// Takes what was there before out of the write-ahead log, too. To be called after the commit;
/// does nothing while others read.
void empty_write_ahead_log(Store& store);

} // namespace crm
