// SPDX-License-Identifier: MIT
#include "crm/contact/resolve.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/base/titled_name.hpp"
#include "crm/contact/search/find.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace crm
{

namespace
{

constexpr std::size_t most_candidates = 10;

// Who is meant does not depend on the day: an employment with an end counts as ended.
constexpr Date after_every_end = std::chrono::year{9999} / 12 / 31;

struct Named {
    Contact contact;
    std::string city;
    bool archived = false;
};

/// Contacts with exactly this name, umlauts and case folded, and with the salutation and title that
/// stand before it; those in use if there are any.
std::vector<Named> with_name(Store& store, const TitledName& typed, std::optional<ContactKind> kind)
{
    const auto& name = typed.name;
    auto query = store.prepare(R"sql(
        SELECT c.id, c.number, c.kind, c.name, c.city, c.archived_on IS NOT NULL, c.salutation,
               c.title
          FROM contact_name_index AS i
          JOIN contact AS c ON c.id = i.contact_id
         WHERE i.name_key IN (:company_key, :person_key)
         ORDER BY c.number_key)sql");
    query.bind(":company_key", name_key(name)).bind(":person_key", person_key(name));
    const auto folded = fold(trim(name));
    std::vector<Named> found;
    while (query.step())
        if (fold(query.text(3)) == folded && has_words_of(query.text(6), typed.salutation) &&
            has_words_of(query.text(7), typed.title))
            found.push_back({{query.integer(0), query.string(1), parse_contact_kind(query.text(2)),
                              query.string(3)},
                             query.string(4),
                             query.boolean(5)});
    const auto leave_out = [&](auto unwanted) {
        if (!std::all_of(found.begin(), found.end(), unwanted))
            std::erase_if(found, unwanted);
    };
    if (kind)
        leave_out([&](const Named& each) { return each.contact.kind != *kind; });
    leave_out([](const Named& each) { return each.archived; });
    return found;
}

std::string candidate(std::string_view number, std::string_view name, std::string_view city)
{
    return fmt::format("{}  {}{}{}", number, name, city.empty() ? "" : ", ", city);
}

Error ambiguous(std::string_view who, std::vector<std::string> candidates)
{
    return error(ErrorKind::not_found, "'{}' is ambiguous", who)
        .with_candidates(std::move(candidates))
        .with_hint("give the number");
}

/// By number or exact name; throws if the name is that of several.
std::optional<Contact> exactly(Store& store, std::string_view who, std::optional<ContactKind> kind)
{
    // Commands that read numbers from standard input have replaced their dash before.
    if (trim(who) == "-")
        throw error(ErrorKind::usage, "'-' cannot stand for a contact here")
            .with_hint("give a number or a name");
    if (auto contact = contact_by_number(store, trim(who)))
        return contact;
    auto named = with_name(store, TitledName{{}, {}, std::string(who)}, kind);
    if (named.empty())
        named = with_name(store, take_off_titles(who), kind);
    if (named.size() > 1) {
        std::vector<std::string> candidates;
        for (const auto& each : named)
            if (candidates.size() < most_candidates)
                candidates.push_back(candidate(each.contact.number, each.contact.name, each.city));
        throw ambiguous(who, std::move(candidates));
    }
    return named.empty() ? std::nullopt : std::optional(named.front().contact);
}

/// What a search finds, each contact once.
std::vector<FoundContact> search(Store& store, std::string_view who,
                                 std::optional<ContactKind> kind)
{
    FindQuery query;
    query.texts = {std::string(who)};
    query.kind = kind;
    query.limit = 2 * static_cast<std::int64_t>(most_candidates);
    auto found = find_contacts(store, query, after_every_end);
    if (found.empty()) { // perhaps with another title
        query.texts = {take_off_titles(who).name};
        found = find_contacts(store, query, after_every_end);
    }
    std::set<std::int64_t> seen;
    std::erase_if(found, [&](const auto& each) { return !seen.insert(each.id).second; });
    return found;
}

std::vector<std::string> lines_of(const std::vector<FoundContact>& found)
{
    std::vector<std::string> lines;
    for (const auto& each : found)
        if (lines.size() < most_candidates)
            lines.push_back(candidate(each.number, each.name, each.city));
    return lines;
}

Error not_there(std::string_view who, const std::vector<FoundContact>& found)
{
    auto failure = error(ErrorKind::not_found, "there is no contact '{}'", who);
    if (found.empty())
        return failure;
    return std::move(failure)
        .with_candidates(lines_of(found))
        .with_hint("if one of these is meant, give its number");
}

Contact to_change(Store& store, std::string_view who, std::optional<ContactKind> kind)
{
    if (const auto contact = exactly(store, who, kind))
        return *contact;
    throw not_there(who, search(store, who, kind));
}

} // namespace

Contact contact_to_change(Store& store, std::string_view who)
{
    return to_change(store, who, std::nullopt);
}

Contact contact_to_read(Store& store, std::string_view who)
{
    if (const auto contact = exactly(store, who, std::nullopt))
        return *contact;
    const auto found = search(store, who, std::nullopt);
    const auto sure = std::count_if(found.begin(), found.end(),
                                    [](const auto& each) { return each.match <= Match::folded; });
    if (sure == 1)
        return contact_by_id(store, found.front().id);
    throw sure > 1 ? ambiguous(who, lines_of(found)) : not_there(who, found);
}

Contact company_to_change(Store& store, std::string_view who)
{
    auto contact = to_change(store, who, ContactKind::company);
    if (contact.kind != ContactKind::company)
        throw error(ErrorKind::rejected, "'{}' is a person, not a company", contact.name);
    return contact;
}

Contact person_to_change(Store& store, std::string_view who)
{
    auto contact = to_change(store, who, ContactKind::person);
    if (contact.kind != ContactKind::person)
        throw error(ErrorKind::rejected, "'{}' is a company, not a person", contact.name);
    return contact;
}

} // namespace crm
