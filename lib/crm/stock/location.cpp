// SPDX-License-Identifier: MIT
#include "crm/stock/location.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

namespace crm
{

std::int64_t add_location(Store& store, std::string_view typed)
{
    const auto name = trim(typed);
    if (name.empty())
        throw error(ErrorKind::rejected, "a location needs a name");
    auto insert =
        store.prepare("INSERT INTO location (name) VALUES (:name) ON CONFLICT DO NOTHING");
    insert.bind(":name", name).run();
    if (store.changes() == 0)
        throw error(ErrorKind::rejected, "there is a location '{}' already", name);
    return store.last_id();
}

} // namespace crm
