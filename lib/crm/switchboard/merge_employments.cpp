// SPDX-License-Identifier: MIT
#include "crm/switchboard/merge_employments.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace crm
{

namespace
{

constexpr std::string_view endless = "9999-12-31";

/// An employment as it will be after the merge.
struct Stay {
    std::int64_t id = 0;
    std::int64_t person = 0;
    std::int64_t company = 0;
    bool kept = false; ///< the kept contact's
    std::optional<std::string> first_day;
    std::string begin; ///< the first day that is certain: the last one if no first one is known
    std::string end;   ///< `endless` while it runs
};

/// Those of both contacts, by person, company and time.
std::vector<Stay> stays_of(Store& store, std::int64_t keep_id, std::int64_t drop_id)
{
    auto query = store.prepare(R"sql(
        SELECT id, CASE person_id WHEN :drop THEN :keep ELSE person_id END AS person,
               CASE company_id WHEN :drop THEN :keep ELSE company_id END AS company,
               :keep IN (person_id, company_id), first_day,
               coalesce(first_day, last_day, :endless) AS first, coalesce(last_day, :endless)
          FROM employment
         WHERE person_id IN (:keep, :drop) OR company_id IN (:keep, :drop)
         ORDER BY person, company, first, id)sql");
    query.bind(":keep", keep_id).bind(":drop", drop_id).bind(":endless", endless);
    std::vector<Stay> found;
    while (query.step()) {
        found.push_back({query.integer(0), query.integer(1), query.integer(2), query.boolean(3),
                         std::nullopt, query.string(5), query.string(6)});
        if (!query.is_null(4))
            found.back().first_day = query.string(4);
    }
    return found;
}

/// How many of the stays, from the first on, overlap the ones before them.
std::size_t overlapping(std::span<const Stay> stays)
{
    auto end = stays.front().end;
    std::size_t count = 1;
    for (; count < stays.size(); ++count) {
        const auto& next = stays[count];
        const bool same = std::tie(next.person, next.company) ==
                          std::tie(stays.front().person, stays.front().company);
        const bool both_run = end == endless && next.end == endless;
        if (!same || !(next.begin < end || both_run))
            break;
        end = std::max(end, next.end);
    }
    return count;
}

void take_over(Store& store, std::int64_t id, std::int64_t other)
{
    for (const char* sql : {
             R"sql(INSERT INTO employment_function (employment_id, person_id, function)
                   SELECT e.id, e.person_id, f.function
                     FROM employment_function AS f
                     JOIN employment AS e ON e.id = :id
                    WHERE f.employment_id = :other
                   ON CONFLICT DO NOTHING)sql",
             R"sql(UPDATE employment AS e
                      SET role = coalesce(e.role, o.role),
                          department = coalesce(e.department, o.department),
                          phone = coalesce(e.phone, o.phone), email = coalesce(e.email, o.email)
                     FROM employment AS o
                    WHERE e.id = :id AND o.id = :other)sql",
         })
        store.prepare(sql).bind(":id", id).bind(":other", other).run();
    for (const char* sql : {"DELETE FROM employment_function WHERE employment_id = :other",
                            "DELETE FROM employment WHERE id = :other"})
        store.prepare(sql).bind(":other", other).run();
}

/// Makes one of several: the one that runs, else the kept contact's, gets what it lacks, and the
/// days of all.
void fuse(Store& store, std::span<const Stay> stays)
{
    const auto rank = [](const Stay& stay) { return std::pair(stay.end == endless, stay.kept); };
    const auto& stays_on = *std::ranges::max_element(stays, {}, rank);
    std::optional<std::string> first;
    std::string end;
    for (const auto& stay : stays) {
        if (stay.first_day && (!first || *stay.first_day < *first))
            first = stay.first_day;
        end = std::max(end, stay.end);
        if (stay.id != stays_on.id)
            take_over(store, stays_on.id, stay.id);
    }
    store.prepare("UPDATE employment SET first_day = :first, last_day = :last WHERE id = :id")
        .bind(":first", first)
        .bind(":last", end == endless ? std::nullopt : std::optional(end))
        .bind(":id", stays_on.id)
        .run();
}

} // namespace

void merge_employments(Store& store, std::int64_t keep_id, std::int64_t drop_id)
{
    const auto all = stays_of(store, keep_id, drop_id);
    for (std::span<const Stay> rest = all; !rest.empty();) {
        const auto count = overlapping(rest);
        if (count > 1)
            fuse(store, rest.first(count));
        rest = rest.subspan(count);
    }
    // The kept person's main employment stays the only one.
    store
        .prepare(R"sql(
            UPDATE employment
               SET main = 0
             WHERE person_id = :drop AND main = 1
               AND EXISTS (SELECT 1 FROM employment WHERE person_id = :keep AND main = 1))sql")
        .bind(":keep", keep_id)
        .bind(":drop", drop_id)
        .run();
    for (const char* sql : {"UPDATE employment SET person_id = :keep WHERE person_id = :drop",
                            "UPDATE employment SET company_id = :keep WHERE company_id = :drop"})
        store.prepare(sql).bind(":keep", keep_id).bind(":drop", drop_id).run();
}

} // namespace crm
