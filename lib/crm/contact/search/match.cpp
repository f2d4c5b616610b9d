// SPDX-License-Identifier: MIT
#include "crm/contact/search/match.hpp"

#include "crm/base/items.hpp"
#include "crm/base/phonetic.hpp"
#include "crm/base/text.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr int by_own = 0;
constexpr int by_both = 1;
constexpr int by_context = 2;

void improve(std::optional<Fit>& best, Match match, int rank)
{
    const Fit found{match, rank};
    if (!best || found < *best)
        best = found;
}

/// Exact or prefix; nothing if `value` does not begin with what was typed.
std::optional<Match> beginning(std::string_view value, std::string_view typed)
{
    if (typed.empty() || !value.starts_with(typed))
        return std::nullopt;
    return value.size() == typed.size() ? Match::exact : Match::prefix;
}

std::optional<Match> match_word(const SearchWord& typed, const FieldWord& word)
{
    if (const auto found = beginning(word.plain, typed.plain))
        return found;
    if (word.folded.starts_with(typed.folded))
        return Match::folded;
    if (sounds_like(typed, word.folded))
        return Match::phonetic;
    if (nearly_is(typed, word.folded))
        return Match::typo;
    return std::nullopt;
}

std::optional<Fit> fit_word(const SearchWord& typed, const MatchFields& fields)
{
    std::optional<Fit> best;
    const FieldWord* former = nullptr;
    for (const auto& word : fields.words) {
        const auto rank = word.own ? by_own : by_context;
        if (const auto found = match_word(typed, word))
            improve(best, *found, rank);
        if (former != nullptr && former->hyphen && typed.plain.size() > former->plain.size() &&
            fold(former->plain + word.plain).starts_with(typed.folded))
            improve(best, Match::folded, rank);
        former = &word;
    }
    return best;
}

/// The worst of several fits; the rank tells whether all, some or none are by the own name.
std::optional<Fit> worse(const std::optional<Fit>& a, const std::optional<Fit>& b)
{
    if (!a || !b)
        return std::nullopt;
    return Fit{std::max(a->match, b->match), a->rank == b->rank ? a->rank : by_both};
}

template<class Items, class FitOne>
std::optional<Fit> fit_all(const Items& items, FitOne fit_one)
{
    if (items.empty())
        return std::nullopt;
    auto result = fit_one(items.front());
    for (std::size_t place = 1; result && place < items.size(); ++place)
        result = worse(result, fit_one(items[place]));
    return result;
}

void try_phones(const SearchTerm& term, const MatchFields& fields, std::optional<Fit>& best)
{
    for (const auto& phone : fields.phones) {
        if (!term.phone.exact.empty() && phone == term.phone.exact)
            improve(best, Match::exact, by_own);
        else if (phone == term.phone.digits)
            improve(best, Match::exact, by_own);
        else
            for (const auto& begin : term.phone.beginnings)
                if (phone.starts_with(begin))
                    improve(best, Match::prefix, by_own);
    }
}

} // namespace

std::string_view to_string(Match match)
{
    constexpr std::array<std::string_view, 5> names = {"exact", "prefix", "folded", "phonetic",
                                                       "typo"};
    return names[static_cast<std::size_t>(match)];
}

bool sounds_like(const SearchWord& typed, std::string_view folded)
{
    if (typed.sound.empty() || cologne(folded) != typed.sound)
        return false;
    // One consonant says little: `KG` sounds like `Koch`, `OHG` like `Heike`.
    const auto consonants = typed.sound.size() - (typed.sound.front() == '0' ? 1 : 0);
    const auto [shorter, longer] = std::minmax({typed.folded.size(), folded.size()});
    return consonants > 1 || (shorter > 2 && longer - shorter < 2);
}

bool nearly_is(const SearchWord& typed, std::string_view folded)
{
    return typed.may_be_mistyped && within_one_edit(typed.folded, folded);
}

void MatchFields::add_words(std::string_view text, bool own)
{
    const char* end = nullptr; // of the word before
    for_each_word(text, [&](std::string_view word) {
        if (end != nullptr && end + 1 == word.data() && *end == '-')
            words.back().hyphen = true;
        words.push_back({lower(word), fold(word), own, false});
        end = word.data() + word.size();
    });
}

void MatchFields::add_emails(std::string_view items)
{
    for_each_item(items, [&](std::string_view item) { emails.push_back(lower(item)); });
}

std::optional<Fit> fit(const SearchTerm& term, const MatchFields& fields)
{
    auto best = fit_all(term.words, [&](const SearchWord& word) { return fit_word(word, fields); });
    if (term.number_of == fields.contact_id)
        improve(best, Match::exact, by_own);
    if (!term.joined)
        if (const auto found = beginning(fields.number, term.small))
            improve(best, *found, by_own);
    for (const auto& email : fields.emails)
        if (const auto found = beginning(email, term.small))
            improve(best, *found, by_context);
    try_phones(term, fields, best);
    return best;
}

std::optional<Fit> fit(std::span<const SearchTerm> terms, const MatchFields& fields)
{
    return fit_all(terms, [&](const SearchTerm& term) { return fit(term, fields); });
}

} // namespace crm
