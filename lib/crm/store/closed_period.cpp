// SPDX-License-Identifier: MIT
#include "crm/store/closed_period.hpp"

#include "crm/base/error.hpp"

#include <vector>

namespace crm
{

namespace
{

void record(Store& store, const char* action, Date until, std::optional<Date> closed,
            const std::string& reason, const std::string& at)
{
    store
        .prepare(R"sql(
            INSERT INTO period_close (action, until, closed_until, reason, at, staff_id)
            VALUES (:action, :until, :closed, :reason, :at,
                    (SELECT contact_id FROM staff WHERE code = :user)))sql")
        .bind(":action", action)
        .bind(":until", until)
        .bind(":closed", closed)
        .bind_or_null(":reason", reason)
        .bind(":at", at)
        .bind(":user", store.options().actor.user)
        .run();
}

/// The closing before a day that is still in force, if the later ones are taken back.
std::optional<Date> closing_before(Store& store, Date day)
{
    auto query = store.prepare("SELECT action, until FROM period_close ORDER BY id");
    std::vector<Date> closings;
    while (query.step()) {
        const auto until = query.date(1).value_or(Date{});
        if (query.text(0) == "close")
            closings.push_back(until);
        else
            std::erase_if(closings, [&](Date closing) { return closing >= until; });
    }
    std::erase_if(closings, [&](Date closing) { return closing >= day; });
    return closings.empty() ? std::nullopt : std::optional(closings.back());
}

} // namespace

std::optional<Date> closed_until(Store& store)
{
    auto query = store.prepare("SELECT closed_until FROM period_close ORDER BY id DESC LIMIT 1");
    return query.step() ? query.date(0) : std::nullopt;
}

void require_open_period(Store& store, Date day)
{
    const auto until = closed_until(store);
    if (until && day <= *until)
        throw error(ErrorKind::rejected, "the books are closed up to {}: nothing can be dated {}",
                    to_string(*until), to_string(day))
            .with_hint("take a later day, or open them with `crm openitems reopen`");
}

void close_period(Store& store, Date until, const std::string& at)
{
    const auto closed = closed_until(store);
    if (closed && until <= *closed)
        throw error(ErrorKind::rejected, "the books are closed up to {} already",
                    to_string(*closed));
    record(store, "close", until, until, "", at);
}

void require_closed_period(Store& store, Date day)
{
    const auto closed = closed_until(store);
    if (!closed || day > *closed)
        throw error(ErrorKind::rejected, "the books are not closed on {}", to_string(day));
}

void reopen_period(Store& store, Date until, const std::string& reason, const std::string& at)
{
    require_closed_period(store, until);
    record(store, "reopen", until, closing_before(store, until), reason, at);
}

} // namespace crm
