// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/import_table.hpp"

#include "crm/base/error.hpp"

namespace crm
{

bool ImportTable::next(ImportRow& row)
{
    if (!reader_.next(record_))
        return false;
    row.line = record_.line;
    row.problem = record_.problem;
    row.cells.clear();
    const auto& places = columns_.places();
    for (std::size_t i = 0; i < places.size(); ++i)
        row.cells.push_back({places[i], record_.cells[i]});
    return true;
}

void refuse_bad_rows(const ImportResult& result, bool skip_errors)
{
    if (result.rejected > 0 && !skip_errors)
        throw error(ErrorKind::rejected, "{} of {} rows cannot be imported; nothing was changed",
                    result.rejected, result.read)
            .with_hint("correct them, or leave them out with --skip-errors");
}

} // namespace crm
