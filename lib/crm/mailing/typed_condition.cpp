// SPDX-License-Identifier: MIT
#include "crm/mailing/typed_condition.hpp"

#include "crm/base/items.hpp"
#include "crm/base/translate.hpp"
#include "crm/store/step_limit.hpp"
#include "crm/store/user_query.hpp"
#include "crm/store/views.hpp"

#include <fmt/format.h>

#include <vector>

namespace crm
{

namespace
{

/// Instructions of SQLite: a second's, and what our own conditions may take of each contact and
/// order.
std::int64_t most_steps(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT 50000000 + 2000 * (SELECT coalesce(max(id), 0) FROM contact)
                        + 200 * (SELECT coalesce(max(id), 0) FROM order_head))sql");
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

} // namespace

TypedCondition::TypedCondition(Store& store, std::string condition)
    : store_(store), condition_(std::move(condition)),
      ids_(fmt::format("SELECT id FROM recipients WHERE (\n{}\n)", condition_)),
      steps_left_(most_steps(store))
{
    check();
}

void TypedCondition::check()
{
    const auto& view = *find_view("recipients");
    try {
        // What leaves the brackets of one of these does not fit into those of the other.
        UserQuery(store_, fmt::format("SELECT ((\n{}\n)) FROM recipients", condition_), view);
        UserQuery(store_, ids_, view);
    } catch (const Error& refused) {
        if (refused.kind != ErrorKind::usage)
            throw;
        throw failure(refused.what());
    }
}

bool TypedCondition::step(Statement& query)
{
    const StepLimit limit(store_, steps_left_);
    try {
        return query.step();
    } catch (const Error&) {
        if (steps_left_ < 0)
            throw failure(tr("it takes too long"));
        if (const auto fault = statement_fault(store_))
            throw failure(*fault);
        throw;
    }
}

Error TypedCondition::failure(const std::string& reason) const
{
    return error(ErrorKind::usage, "the condition '{}' cannot be used: {}", condition_, reason)
        .with_hint("it is SQL over these columns: {}", columns_of_view(store_));
}

} // namespace crm
