// SPDX-License-Identifier: MIT
#include "crm/contact/search/find.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/search/find_candidates.hpp"
#include "crm/contact/search/find_lines.hpp"
#include "crm/contact/search/text_query.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

namespace crm
{

namespace
{

// So many candidates are looked at one by one; more are narrowed down through an index first.
constexpr std::size_t some = 60;
// Of fewer equal matches the first by number are shown, of so many the first recorded.
constexpr std::size_t many = 200;
// Reading so many points costs as much as looking at that many contacts.
constexpr std::size_t too_many_points = 2000;
constexpr std::size_t worth_a_look = 600;

struct Hit {
    FindLine line;
    Fit fit;
    std::size_t place = 0; ///< among the lines of its contact
    bool taken = false;
};

bool better(const Hit& a, const Hit& b)
{
    return std::tie(a.fit, a.line.number_key, a.place) <
           std::tie(b.fit, b.line.number_key, b.place);
}

/// One search, level by level. What the indexes offer is checked line by line, because they know
/// nothing of which employment a word belongs to, or whether it has ended.
class Search
{
  public:
    Search(Store& store, const FindQuery& query, Date today)
        : snapshot_(store), query_(query), indexer_(store),
          terms_(read_terms(store, indexer_, query.texts)),
          lines_(store, query, today, indexer_, terms_.has_phones), candidates_(store, query),
          text_(store)
    {
    }

    std::vector<FoundContact> run()
    {
        if (terms_.readings.empty())
            return {};
        for (const auto match : all_matches) {
            match_ = match;
            search_level();
            if (full())
                break;
        }
        std::sort(found_.begin(), found_.end(), better);
        std::vector<FoundContact> result;
        for (auto& hit : found_)
            if (!full(result.size()))
                result.push_back(std::move(hit.line.shown));
        return result;
    }

  private:
    [[nodiscard]] bool full(std::size_t count) const
    {
        return static_cast<std::int64_t>(count) >= query_.limit;
    }
    [[nodiscard]] bool full() const { return full(found_.size()); }
    [[nodiscard]] const std::vector<SearchTerm>& as_typed() const
    {
        return terms_.readings.front();
    }

    void search_level()
    {
        search_points(true);
        if (!full())
            search_text();
        if (!full())
            search_points(false);
    }

    void search_text()
    {
        // One question serves several levels: the lines tell which of them they are of.
        if (search_few(match_ <= Match::folded ? Match::folded : Match::typo))
            return;
        const auto& terms = as_typed();
        const bool one_word = terms.size() == 1 && terms.front().words.size() == 1;
        if (!one_word && search_few(match_))
            return;
        search_text(Where::all_own);
        if (!one_word)
            search_text(Where::some_own);
        search_text(Where::anywhere);
    }

    /// Takes what is of this level among all that match at `loosest` or better, if they are few: of
    /// many, those go first whose own name it is.
    bool search_few(Match loosest)
    {
        const auto [entry, is_new] = few_.try_emplace(loosest);
        auto& few = entry->second;
        if (const auto expression = is_new ? text(loosest, Where::anywhere) : std::nullopt) {
            auto ids = candidates_.some_by_text(*expression, some);
            if (ids.size() < some)
                few = std::move(ids);
        }
        for (const auto id : few.value_or(ContactIds()))
            take(id);
        return few.has_value();
    }

    void search_text(Where where)
    {
        if (full())
            return;
        if (const auto expression = text(match_, where))
            candidates_.by_text(*expression, many, [&](const auto& ids) { return take_all(ids); });
    }

    /// What the index of texts is asked.
    std::optional<std::string> text(Match match, Where where)
    {
        auto expression = text_.expression(as_typed(), match, where);
        // The filter by city passes nobody without these words in the index.
        if (const auto city = TextQuery::with_words_of(query_.city.value_or(""));
            city && expression)
            *expression = '(' + *expression + ") AND " + *city;
        return expression;
    }

    /// Searches by number, phone and e-mail. What consists of digits is meant so and comes first.
    void search_points(bool digits)
    {
        const auto each = [&](std::int64_t id) { return take(id); };
        for (const auto& terms : terms_.readings)
            for (std::size_t place = 0; place < terms.size() && !full(); ++place) {
                if (terms[place].is_digits != digits)
                    continue;
                if (terms.size() > 1) {
                    search_others(terms, place);
                    if (!full())
                        take_all(narrowed(terms, place));
                } else if (match_ <= Match::prefix) // no other level has more
                    candidates_.by_points(terms[place], match_ > Match::exact, each);
            }
    }

    /// With what thousands of points begin ("info@"), mostly enough of those have it that the other
    /// terms find first.
    void search_others(const std::vector<SearchTerm>& terms, std::size_t place)
    {
        if (match_ == Match::exact || !has_too_many_points(terms[place]))
            return;
        const auto expression = text_.expression(all_but(terms, place), match_, Where::anywhere);
        std::size_t looked_at = 0;
        if (expression)
            candidates_.by_text(*expression, many, [&](const auto& ids) {
                looked_at += ids.size();
                return take_all(ids) && looked_at < worth_a_look;
            });
    }

    bool has_too_many_points(const SearchTerm& term)
    {
        const auto [entry, is_new] = too_many_.try_emplace(term.text, false);
        std::size_t count = 0;
        if (is_new)
            candidates_.by_points(term, true, [&](std::int64_t) {
                return !(entry->second = ++count == too_many_points);
            });
        return entry->second;
    }

    static std::vector<SearchTerm> all_but(std::vector<SearchTerm> terms, std::size_t place)
    {
        terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(place));
        return terms;
    }

    /// The candidates by the points of one term that can match the other terms, too. Others of
    /// several hundred are looked up in the index, or have to be among the points of another term.
    ContactIds narrowed(const std::vector<SearchTerm>& terms, std::size_t place)
    {
        const auto& set = points_of(terms[place]);
        if (set.ids().size() <= some)
            return set.ids();
        const auto others = all_but(terms, place);
        ContactIds result;
        if (const auto expression = text_.expression(others, Match::typo, Where::anywhere))
            result = common(*expression, set);
        for (const auto& other : others)
            for (const auto id : points_of(other).ids())
                if (set.has(id))
                    result.push_back(id);
        return result;
    }

    /// Those of a set of points that the index of texts has for the expression.
    const ContactIds& common(const std::string& expression, const ContactSet& set)
    {
        const auto [entry, is_new] = common_.try_emplace({expression, &set});
        if (is_new)
            entry->second = candidates_.common(expression, set);
        return entry->second;
    }

    const ContactSet& points_of(const SearchTerm& term)
    {
        const bool beginnings = match_ > Match::exact;
        const auto [entry, is_new] = points_.try_emplace({term.text, beginnings});
        if (is_new)
            candidates_.by_points(term, beginnings, [&set = entry->second](std::int64_t id) {
                set.add(id);
                return true;
            });
        return entry->second;
    }

    /// Takes the lines of a contact that are of this level; false once there are enough.
    bool take(std::int64_t id)
    {
        for (auto& hit : hits_of(id)) {
            if (hit.taken || hit.fit.match > match_)
                continue;
            hit.taken = true;
            found_.push_back(hit);
        }
        return !full();
    }

    bool take_all(const ContactIds& ids)
    {
        return std::all_of(ids.begin(), ids.end(), [&](std::int64_t id) { return take(id); });
    }

    std::vector<Hit>& hits_of(std::int64_t id)
    {
        const auto [entry, is_new] = hits_.try_emplace(id);
        if (!is_new)
            return entry->second;
        for (auto& line : lines_.of(id)) {
            const auto fits = best_fit(line.fields);
            if (!fits || is_excluded(line.fields))
                continue;
            line.shown.match = fits->match;
            entry->second.push_back({std::move(line), *fits, entry->second.size()});
        }
        return entry->second;
    }

    [[nodiscard]] std::optional<Fit> best_fit(const MatchFields& fields) const
    {
        std::optional<Fit> best;
        for (const auto& terms : terms_.readings)
            if (const auto fits = fit(terms, fields); fits && (!best || *fits < *best))
                best = fits;
        return best;
    }

    [[nodiscard]] bool is_excluded(const MatchFields& fields) const
    {
        return std::any_of(terms_.excluded.begin(), terms_.excluded.end(), [&](const auto& term) {
            const auto fits = fit(term, fields);
            return fits && fits->match <= Match::folded;
        });
    }

    Snapshot snapshot_;
    const FindQuery& query_;
    SearchIndexer indexer_;
    SearchTerms terms_;
    FindLines lines_;
    FindCandidates candidates_;
    TextQuery text_;
    Match match_ = Match::exact;
    std::map<Match, std::optional<ContactIds>> few_; ///< by level; nothing: many, or not known
    std::map<std::pair<std::string, bool>, ContactSet> points_;
    std::map<std::string, bool> too_many_; ///< by a term: whether too many points begin with it
    std::map<std::pair<std::string, const ContactSet*>, ContactIds> common_;
    std::unordered_map<std::int64_t, std::vector<Hit>> hits_;
    std::vector<Hit> found_;
};

using Row = FoundContact;
constexpr std::array<Column<Row>, 10> columns = {{
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"kind", "KIND", Kind::text, [](const Row& r) { return text_cell(r.kind); }, detail},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"company", "COMPANY", Kind::text, [](const Row& r) { return text_cell(r.company); }},
    {"role", "ROLE", Kind::text, [](const Row& r) { return text_cell(r.role); }},
    {"phone", "PHONE", Kind::list, [](const Row& r) { return Cell(List{r.phone}); }},
    {"email", "EMAIL", Kind::list, [](const Row& r) { return Cell(List{r.email}); }, detail},
    {"city", "CITY", Kind::text, [](const Row& r) { return text_cell(r.city); }, detail},
    {"manager", "MANAGER", Kind::text, [](const Row& r) { return text_cell(r.manager); }},
    {"match", "MATCH", Kind::text, [](const Row& r) { return text_cell(to_string(r.match)); },
     detail},
}};

} // namespace

std::span<const Column<FoundContact>> find_columns()
{
    return columns;
}

std::vector<FoundContact> find_contacts(Store& store, const FindQuery& query, Date today)
{
    return Search(store, query, today).run();
}

} // namespace crm
