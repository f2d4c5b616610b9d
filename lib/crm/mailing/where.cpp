// SPDX-License-Identifier: MIT
#include "crm/mailing/where.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/store/user_query.hpp"
#include "crm/store/views.hpp"

#include <fmt/format.h>

#include <memory>
#include <vector>

namespace crm
{

namespace
{

// A second, and for each contact more than a sum over a hundred orders takes.
constexpr std::int64_t steps = 50'000'000;
constexpr std::int64_t steps_for_each = 2'000;

std::int64_t last_contact_id(Store& store)
{
    auto query = store.prepare("SELECT max(id) FROM contact");
    query.step();
    return query.integer(0);
}

std::string columns_of_view(Store& store)
{
    const auto query = store.prepare("SELECT * FROM recipients LIMIT 0");
    std::vector<std::string> names;
    for (int i = 0; i < query.columns(); ++i)
        names.push_back(query.column_name(i));
    return joined(names);
}

/// The ids of those whom the condition takes; its text is checked as it is prepared.
std::unique_ptr<UserQuery> prepare(Store& store, const std::string& condition,
                                   std::string_view among, std::int64_t last)
{
    const auto& view = *find_view("recipients");
    const auto limit = steps + last * steps_for_each;
    // What leaves the brackets of one of these does not fit into those of the other.
    UserQuery(store, fmt::format("SELECT (\n{}\n) FROM recipients", condition), view, limit);
    return std::make_unique<UserQuery>(
        store, fmt::format("SELECT id FROM recipients WHERE ({}) AND ((\n{}\n))", among, condition),
        view, limit);
}

/// Says of what is wrong that it is the condition.
template<class Use>
auto guarded(Store& store, const std::string& condition, Use use)
{
    try {
        return use();
    } catch (const Error& failure) {
        if (failure.kind != ErrorKind::usage)
            throw;
        throw error(ErrorKind::usage, "the condition '{}' cannot be used: {}", condition,
                    failure.what())
            .with_hint("it is SQL over these columns: {}", columns_of_view(store));
    }
}

} // namespace

void check_where(Store& store, const std::string& condition)
{
    guarded(store, condition, [&] { prepare(store, condition, "1", last_contact_id(store)); });
}

std::vector<bool> contacts_where(Store& store, const std::string& condition, std::string_view among)
{
    return guarded(store, condition, [&] {
        const auto last = last_contact_id(store);
        const auto query = prepare(store, condition, among, last);
        std::vector<bool> ids(static_cast<std::size_t>(last) + 1);
        while (query->step())
            if (const auto id = static_cast<std::size_t>(query->row().integer(0)); id < ids.size())
                ids[id] = true; // others were recorded just now
        return ids;
    });
}

} // namespace crm
