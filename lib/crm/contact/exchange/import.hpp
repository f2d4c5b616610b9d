// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/import_row.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace crm
{

/// What becomes of a row whose contact is there already.
enum class OnDuplicate { skip, update, add };

/// The word of `--on-duplicate`; a usage error lists the choices.
OnDuplicate parse_on_duplicate(std::string_view text);

struct ImportOptions {
    OnDuplicate on_duplicate = OnDuplicate::skip;
    bool skip_errors = false; ///< leave bad rows out instead of importing nothing
    std::vector<ImportSetting> settings;
    Date today;
    int minute = 0; ///< of the day, local time: when blocks and consents are recorded
};

/// Where the rows come from. `keys` may grow while rows are read, but no place in it changes.
struct ImportSource {
    const std::vector<ExchangeKey>& keys;
    std::function<bool(ImportRow&)> next;
};

/// Imports contacts in one transaction; memory stays flat however many rows there are. A reference
/// may point forward in the file: such rows are kept aside in a temporary file and written later.
///
/// A row with a number is matched by number alone; one without by find_duplicate. Throws rejected
/// after the last row if one was bad, unless bad rows are to be left out; then nothing is changed.
ImportResult import_contacts(Store& store, const ImportSource& source, const ImportOptions& options,
                             const ImportEvents& events);

} // namespace crm
