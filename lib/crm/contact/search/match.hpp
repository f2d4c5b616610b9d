// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/search/find_terms.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// How a search matches, best first.
enum class Match {
    exact,
    prefix,
    folded,   ///< begins with it when umlauts, their spellings and case do not count
    phonetic, ///< sounds the same
    typo,     ///< one typing error away
};

inline constexpr std::array all_matches = {Match::exact, Match::prefix, Match::folded,
                                           Match::phonetic, Match::typo};

/// The key of a match: "exact", "prefix"...
std::string_view to_string(Match match);

/// A word of what is searched in.
struct FieldWord {
    std::string plain;   ///< lower case
    std::string folded;  ///< see fold()
    bool own = false;    ///< of the own name, not of a company or place
    bool hyphen = false; ///< joins it to the next one, which may be typed with it as one word
};

/// Everything that one line of a result can be found by.
struct MatchFields {
    std::int64_t contact_id = 0;
    std::string number; ///< lower case
    std::vector<FieldWord> words;
    std::vector<std::string> emails; ///< lower case
    std::vector<std::string> phones; ///< as contact points: E.164, or "=" and the digits

    void add_words(std::string_view text, bool own);
    void add_emails(std::string_view items);
};

/// Whether a folded word sounds like the one typed.
bool sounds_like(const SearchWord& typed, std::string_view folded);
/// Whether a folded word is one typing error away from the one typed.
bool nearly_is(const SearchWord& typed, std::string_view folded);

/// How well a line fits.
struct Fit {
    Match match = Match::exact;
    int rank = 0; ///< 0: all by the own name, number or phone; 1: some; 2: none
    auto operator<=>(const Fit&) const = default;
};

/// How one term fits a line; rank 0 or 2.
std::optional<Fit> fit(const SearchTerm& term, const MatchFields& fields);
/// How all of them fit: the worst match of all. Nothing if one does not fit.
std::optional<Fit> fit(std::span<const SearchTerm> terms, const MatchFields& fields);

} // namespace crm
