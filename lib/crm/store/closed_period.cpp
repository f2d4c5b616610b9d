// SPDX-License-Identifier: MIT
#include "crm/store/closed_period.hpp"

#include "crm/base/error.hpp"

namespace crm
{

namespace
{

void record(Store& store, const char* action, Date until, const std::string& reason,
            const std::string& at)
{
    store
        .prepare(R"sql(
            INSERT INTO period_close (action, until, reason, at, staff_id)
            VALUES (:action, :until, :reason, :at,
                    (SELECT contact_id FROM staff WHERE code = :user)))sql")
        .bind(":action", action)
        .bind(":until", until)
        .bind_or_null(":reason", reason)
        .bind(":at", at)
        .bind(":user", store.options().actor.user)
        .run();
}

} // namespace

std::optional<Date> closed_until(Store& store)
{
    auto query = store.prepare("SELECT until FROM period_close ORDER BY id DESC LIMIT 1");
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
    record(store, "close", until, "", at);
}

void reopen_period(Store& store, Date until, const std::string& reason, const std::string& at)
{
    const auto closed = closed_until(store);
    if (!closed || until > *closed)
        throw error(ErrorKind::rejected, "the books are not closed on {}", to_string(until));
    record(store, "reopen", until - std::chrono::days(1), reason, at);
}

} // namespace crm
