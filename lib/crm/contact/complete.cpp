// SPDX-License-Identifier: MIT
#include "crm/contact/complete.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/number_ranges.hpp"
#include "crm/contact/staff.hpp"

#include <algorithm>
#include <functional>

namespace crm
{

namespace
{

constexpr std::string_view names_sql = R"sql(
    SELECT c.name
      FROM contact_name_index AS i
      JOIN contact AS c ON c.id = i.contact_id
     WHERE i.name_key >= :from AND i.name_key < :to AND (:kind IS NULL OR c.kind = :kind)
     ORDER BY i.name_key)sql";

constexpr std::string_view numbers_sql = R"sql(
    SELECT c.number
      FROM contact AS c
     WHERE c.number_key >= :from AND c.number_key < :to AND (:kind IS NULL OR c.kind = :kind)
     ORDER BY c.number_key)sql";

struct Search {
    Store& store;
    std::optional<std::string_view> kind;
    std::size_t limit;
    std::function<bool(std::string_view)> accepts;
    std::vector<std::string> found;

    void offer(std::string_view value)
    {
        if (accepts(value) && std::find(found.begin(), found.end(), value) == found.end())
            found.emplace_back(value);
    }

    /// Adds what `sql` has in a range until the limit, and the last one beyond it.
    void collect(std::string_view sql, const KeyRange& range)
    {
        auto forward = prepare(sql, range);
        while (found.size() + 1 < limit && forward.step())
            offer(forward.text(0));
        if (found.size() + 1 != limit)
            return;
        auto backward = prepare(std::string(sql) + " DESC", range);
        while (found.size() < limit && backward.step())
            offer(backward.text(0));
    }

  private:
    Statement prepare(std::string_view sql, const KeyRange& range) const
    {
        auto query = store.prepare(sql);
        query.bind(":from", range.from).bind(":to", range.to).bind(":kind", kind);
        return query;
    }
};

/// How the keys of names begin that begin with `prefix`. Its last word may be half typed and counts
/// only if it is the first. Misses names with what looks like a legal form and is none.
std::string beginning_of_keys(std::string_view prefix)
{
    const auto blank = prefix.rfind(' ');
    const auto key = blank == prefix.npos ? "" : name_key(prefix.substr(0, blank));
    return key.empty() ? fold(next_word(prefix)) : key;
}

} // namespace

std::vector<std::string> complete_contacts(Store& store, std::string_view prefix, std::size_t limit,
                                           std::optional<ContactKind> kind)
{
    const auto folded = fold(prefix);
    Search search{store, std::nullopt, limit, {}, {}};
    if (kind)
        search.kind = to_string(*kind);
    if (!prefix.empty()) {
        search.accepts = [](std::string_view) { return true; };
        for (const auto& range : number_ranges(std::string(prefix)))
            search.collect(numbers_sql, range);
    }
    search.accepts = [&](std::string_view name) { return fold(name).starts_with(folded); };
    const auto numbers = search.found.size();
    for (const auto& beginning : {beginning_of_keys(prefix), fold(next_word(prefix))})
        if (search.found.size() == numbers)
            search.collect(names_sql, beginning_with(beginning));
    return std::move(search.found);
}

std::vector<std::string> complete_staff(Store& store, std::string_view prefix, std::size_t limit)
{
    const auto typed = lower(prefix);
    std::vector<std::string> codes;
    for (const auto& staff : all_staff(store))
        if (codes.size() < limit && lower(staff.code).starts_with(typed))
            codes.push_back(staff.code);
    return codes;
}

std::vector<std::string> complete_tags(Store& store, std::string_view prefix, std::size_t limit)
{
    const auto typed = lower(prefix);
    std::vector<std::string> tags;
    // A step for each tag, however many contacts have it.
    auto next = store.prepare(R"sql(
        SELECT tag, tag_key
          FROM contact_tag
         WHERE tag_key >= :from
         ORDER BY tag_key
         LIMIT 1)sql");
    next.bind(":from", typed);
    while (tags.size() < limit && next.step() && next.text(1).starts_with(typed)) {
        tags.push_back(next.string(0));
        // Nothing that is typed sorts between a word and the word with this behind it.
        const auto after = next.string(1) + '\x01';
        next.reset();
        next.bind(":from", after);
    }
    return tags;
}

} // namespace crm
