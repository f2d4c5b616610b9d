// SPDX-License-Identifier: MIT
#include "crm/contact/duplicates.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/identity.hpp"
#include "crm/contact/sound_alikes.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace crm
{

namespace
{

/// Contacts of a kind that share a VAT ID or IBAN, or whose names have the same key.
std::vector<std::int64_t> candidates(Store& store, ContactKind kind, const Identity& identity)
{
    auto query = store.prepare(R"sql(
        SELECT id FROM contact WHERE vat_id = :vat_id AND kind = :kind AND merged_into_id IS NULL
        UNION
        SELECT id FROM contact WHERE iban = :iban AND kind = :kind AND merged_into_id IS NULL
        UNION
        SELECT c.id
          FROM contact_name_index AS n
          JOIN contact AS c ON c.id = n.contact_id
         WHERE n.name_key = :key AND c.kind = :kind
         ORDER BY 1)sql");
    query.bind(":kind", to_string(kind))
        .bind_or_null(":vat_id", identity.vat_id)
        .bind_or_null(":iban", identity.iban)
        .bind(":key", identity.name_key);
    std::vector<std::int64_t> ids;
    while (query.step())
        ids.push_back(query.integer(0));
    return ids;
}

bool same_code(const Identity& a, const Identity& b)
{
    return (!a.vat_id.empty() && a.vat_id == b.vat_id) || (!a.iban.empty() && a.iban == b.iban);
}

/// A contact that the new one may be.
struct Twin {
    Contact contact;
    std::string in_common;
    Closeness closeness;
};

/// Leaves only those of which `good` says so, or all if it says so of none.
template<class Good>
void prefer(std::vector<Twin>& twins, Good good)
{
    if (std::ranges::any_of(twins, good))
        std::erase_if(twins, [&](const Twin& twin) { return !good(twin); });
}

bool is_in_use(Store& store, std::int64_t id)
{
    auto query = store.prepare("SELECT archived_on IS NULL FROM contact WHERE id = :id");
    query.bind(":id", id);
    return query.step() && query.boolean(0);
}

/// Takes away every one that another fits better; several that are left fit as well.
void keep_closest(Store& store, std::vector<Twin>& twins, const FieldValues& values)
{
    const auto all = twins;
    std::erase_if(twins, [&](const Twin& twin) {
        return std::ranges::any_of(all, [&](const Twin& other) {
            return fits_as_well(other.closeness, twin.closeness) &&
                   !fits_as_well(twin.closeness, other.closeness);
        });
    });
    if (twins.size() > 1)
        prefer(twins,
               [&](const Twin& twin) { return twin.contact.name == values.text(Field::name); });
    if (twins.size() > 1)
        prefer(twins, [&](const Twin& twin) { return is_in_use(store, twin.contact.id); });
}

struct Score {
    std::int64_t points = 0;
    std::string reason;
};

Score score(ContactKind kind, const Identity& a, const Identity& b)
{
    const auto reason = format("same {}", in_common(a, b));
    if (same_code(a, b))
        return {100, reason};
    switch (likeness(kind, a, b)) {
    case Likeness::likely:
        return {90, reason};
    case Likeness::possible:
        return {80, reason};
    case Likeness::different:
        break;
    }
    return {60, format("same {}, but different places, phones or employers", in_common(a, b))};
}

constexpr std::int64_t sound_and_reach = 85;
constexpr std::int64_t sound_and_place = 75;
constexpr std::int64_t sound_and_city = 65;

/// Of two whose names only sound alike; no points if anything speaks against it.
Score sound_score(ContactKind kind, const Identity& a, const Identity& b)
{
    if (likeness(kind, a, b) != Likeness::likely)
        return {};
    const auto common = closeness(a, b);
    const auto points = common.phone > 0 || common.email > 0 ? sound_and_reach
                        : common.postcode > 0                ? sound_and_place
                                                             : sound_and_city;
    return {points, format("names sound alike, same {}", in_common(a, b))};
}

/// Hands every pair of contacts with the same kind and the same key to `use`.
void for_each_pair(Store& store, const char* grouped_sql,
                   const std::function<void(std::int64_t, std::int64_t)>& use)
{
    auto query = store.prepare(grouped_sql);
    std::vector<std::int64_t> group;
    std::string key;
    while (query.step()) {
        if (query.text(0) != key) {
            key = query.string(0);
            group.clear();
        }
        for (const auto former : group)
            use(former, query.integer(1));
        group.push_back(query.integer(1));
    }
}

constexpr std::array grouped = {
    R"sql(SELECT kind || vat_id, id FROM contact WHERE vat_id IS NOT NULL AND archived_on IS NULL AND merged_into_id IS NULL
           ORDER BY 1, 2)sql",
    R"sql(SELECT kind || iban, id FROM contact WHERE iban IS NOT NULL AND archived_on IS NULL AND merged_into_id IS NULL
           ORDER BY 1, 2)sql",
    R"sql(SELECT c.kind || n.name_key, c.id
            FROM contact_name_index AS n
            JOIN contact AS c ON c.id = n.contact_id
           WHERE c.archived_on IS NULL
           ORDER BY 1, 2)sql",
};

using Row = DuplicatePair;
constexpr std::array<Column<Row>, 6> columns = {{
    {"score", "SCORE", Kind::integer, [](const Row& r) { return Cell(r.score); }},
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"other_number", "OTHER", Kind::text, [](const Row& r) { return text_cell(r.other_number); }},
    {"other_name", "OTHER NAME", Kind::text, [](const Row& r) { return text_cell(r.other_name); }},
    {"reason", "REASON", Kind::text, [](const Row& r) { return text_cell(r.reason); }},
}};

} // namespace

std::span<const Column<DuplicatePair>> duplicate_columns()
{
    return columns;
}

std::optional<Duplicate> find_duplicate(Store& store, ContactKind kind, const ContactData& data)
{
    const SearchIndexer indexer(store);
    const auto made = identity_of(indexer, kind, data);
    std::vector<Twin> twins;
    for (const auto id : candidates(store, kind, made)) {
        const auto known = identity_of(store, id);
        const bool same_name = known.name_key == made.name_key;
        if (same_code(made, known) ||
            (same_name && likeness(kind, made, known) != Likeness::different))
            twins.push_back(
                {contact_by_id(store, id), in_common(made, known), closeness(made, known)});
    }
    if (twins.empty())
        return std::nullopt;
    if (twins.size() > 1)
        keep_closest(store, twins, data.values);
    Duplicate found{std::move(twins.front().contact), std::move(twins.front().in_common), {}};
    for (std::size_t place = 1; place < twins.size(); ++place)
        found.rivals.push_back(std::move(twins[place].contact));
    return found;
}

void refuse_duplicate(Store& store, ContactKind kind, const ContactData& data)
{
    if (const auto known = find_duplicate(store, kind, data))
        throw error(ErrorKind::rejected, "this looks like contact {}, {}: same {}",
                    known->contact.number, known->contact.name, known->in_common)
            .with_hint(
                "change that one with 'crm contact edit {}', or make it all the same with --force",
                known->contact.number);
}

std::vector<DuplicatePair> find_duplicates(Store& store, std::int64_t min_score)
{
    std::map<std::pair<std::int64_t, std::int64_t>, DuplicatePair> pairs;
    const auto look = [&](auto score_of) {
        return [&, score_of](std::int64_t one, std::int64_t other) {
            if (pairs.contains({one, other}))
                return;
            const auto contact = contact_by_id(store, one);
            const auto twin = contact_by_id(store, other);
            auto result =
                score_of(contact.kind, identity_of(store, one), identity_of(store, other));
            if (result.points > 0 && result.points >= min_score)
                pairs[{one, other}] = {result.points, contact.number, contact.name,
                                       twin.number,   twin.name,      std::move(result.reason)};
        };
    };
    for (const char* sql : grouped)
        for_each_pair(store, sql, look(score));
    if (min_score <= sound_and_reach)
        for_each_sound_alike(store,
                             min_score <= sound_and_city ? SharedPoint::city : SharedPoint::place,
                             look(sound_score));
    std::vector<DuplicatePair> sorted;
    for (auto& [ids, pair] : pairs)
        sorted.push_back(std::move(pair));
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    return sorted;
}

} // namespace crm
