// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/search/index.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// One word that is searched for, in all its forms.
struct SearchWord {
    std::string plain;  ///< lower case
    std::string folded; ///< see fold()
    std::string sound;  ///< see cologne(); empty for what has none
    bool may_be_mistyped = false;
};

/// A term read as phone number, in the forms of contact points; empty is none.
struct PhonePattern {
    std::string exact;                   ///< E.164
    std::string digits;                  ///< as typed
    std::vector<std::string> beginnings; ///< of both forms

    [[nodiscard]] bool empty() const { return exact.empty() && beginnings.empty(); }
};

/// What was typed between two blanks. It matches by all its words, or as a contact's number, as a
/// phone, or as the beginning of an e-mail.
struct SearchTerm {
    std::string text;
    std::string small;             ///< the text in lower case
    std::vector<SearchWord> words; ///< none for an e-mail address and a joined number
    bool is_digits = false;        ///< written as a phone number, or a part of one
    bool joined = false;           ///< of several terms of digits
    std::int64_t number_of = 0;    ///< the contact with this number or, after a merge, alias
    PhonePattern phone;
};

struct SearchTerms {
    /// Ways to read what was typed: as it stands, then with neighbouring terms of digits joined to
    /// one phone number. It is enough to match by one of them.
    std::vector<std::vector<SearchTerm>> readings;
    std::vector<SearchTerm> excluded;
    bool has_phones = false;
};

/// Takes texts apart. A text with blanks counts as its words; "-word" excludes. No readings if
/// nothing is wanted.
SearchTerms read_terms(Store& store, const SearchIndexer& indexer,
                       std::span<const std::string> texts);

} // namespace crm
