// SPDX-License-Identifier: MIT
#include "crm/contact/search/find_candidates.hpp"

#include "crm/contact/number_ranges.hpp"
#include "crm/contact/search/find_lines.hpp"

#include <algorithm>

namespace crm
{

namespace
{

std::string parts_sql()
{
    return std::string(R"sql(
    SELECT id
      FROM (SELECT c.id, c.number_key
              FROM contact_text_index AS t
              JOIN contact AS c ON c.id = t.rowid
             WHERE contact_text_index MATCH :expression AND t.rowid > :after)sql")
        .append(find_filter)
        .append(" ORDER BY t.rowid LIMIT :part) ORDER BY number_key");
}

/// Hands the first column of a query's rows to `use` until it returns false.
template<class Use>
bool each_id(Statement& query, Use& use)
{
    bool more = true;
    while (more && query.step())
        more = use(query.integer(0));
    query.reset();
    return more;
}

} // namespace

void ContactSet::add(std::int64_t id)
{
    const auto place = static_cast<std::size_t>(id);
    if (place >= has_.size())
        has_.resize(std::max(place + 1, has_.size() * 2));
    if (!has_[place])
        ids_.push_back(id);
    has_[place] = true;
}

bool ContactSet::has(std::int64_t id) const
{
    const auto place = static_cast<std::size_t>(id);
    return place < has_.size() && has_[place];
}

FindCandidates::FindCandidates(Store& store, const FindQuery& query) : store_(store), query_(query)
{
}

void FindCandidates::by_text(const std::string& expression, std::size_t part,
                             const std::function<bool(const ContactIds&)>& use)
{
    auto select = store_.prepare(parts_sql());
    bind_find_filter(select, query_);
    select.bind(":expression", expression).bind(":part", static_cast<std::int64_t>(part));
    ContactIds ids{0};
    do {
        select.bind(":after", *std::max_element(ids.begin(), ids.end()));
        ids.clear();
        while (select.step())
            ids.push_back(select.integer(0));
        select.reset();
    } while (use(ids) && ids.size() == part);
}

ContactIds FindCandidates::some_by_text(const std::string& expression, std::size_t count)
{
    auto select = store_.prepare(R"sql(
        SELECT rowid FROM contact_text_index
         WHERE contact_text_index MATCH :expression
         ORDER BY rowid
         LIMIT :count)sql");
    select.bind(":expression", expression).bind(":count", static_cast<std::int64_t>(count));
    ContactIds ids;
    while (select.step())
        ids.push_back(select.integer(0));
    return ids;
}

ContactIds FindCandidates::common(const std::string& expression, const ContactSet& set)
{
    auto select = store_.prepare(R"sql(
        SELECT rowid FROM contact_text_index
         WHERE contact_text_index MATCH :expression
         ORDER BY rowid)sql");
    select.bind(":expression", expression);
    ContactIds both;
    while (select.step())
        if (set.has(select.integer(0)))
            both.push_back(select.integer(0));
    return both;
}

void FindCandidates::by_points(const SearchTerm& term, bool beginnings,
                               const std::function<bool(std::int64_t)>& use)
{
    if (term.number_of != 0 && !use(term.number_of))
        return;
    auto equal = store_.prepare("SELECT contact_id FROM contact_point_index WHERE value = :value");
    for (const auto& value : {term.small, term.phone.exact, term.phone.digits})
        if (!each_id(equal.bind(":value", value), use))
            return;
    if (!beginnings)
        return;
    auto numbers = store_.prepare(R"sql(
        SELECT id FROM contact WHERE number_key >= :from AND number_key < :to ORDER BY number_key)sql");
    if (!term.joined)
        for (const auto& keys : number_ranges(term.text))
            if (!each_id(numbers.bind(":from", keys.from).bind(":to", keys.to), use))
                return;
    auto points = store_.prepare(R"sql(
        SELECT contact_id FROM contact_point_index WHERE value >= :from AND value < :to)sql");
    auto values = term.phone.beginnings;
    if (!term.joined)
        values.push_back(term.small);
    for (const auto& value : values) {
        const auto keys = beginning_with(value);
        if (!each_id(points.bind(":from", keys.from).bind(":to", keys.to), use))
            return;
    }
}

} // namespace crm
