// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/search/match.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// In which columns of contact_text_index the words of a search must be.
enum class Where {
    all_own,  ///< all of them in the contact's own name
    some_own, ///< at least one
    anywhere,
};

/// Writes the queries to contact_text_index, in the language of FTS5. Each word stands there in
/// quotation marks, so that nothing a user types has a meaning in that language.
class TextQuery
{
  public:
    explicit TextQuery(Store& store) : store_(store) {}

    /// Contacts that have all words of all terms, each at `match` or better; words that the index
    /// cannot answer for are left out. Nothing if none is left, a term has no words, or
    /// nobody has one of them.
    std::optional<std::string> expression(std::span<const SearchTerm> terms, Match match,
                                          Where where);
    /// Contacts that have the folded words of a text somewhere; nothing as above.
    static std::optional<std::string> with_words_of(std::string_view text);

  private:
    struct Similar {
        std::vector<std::string> beginning;
        std::vector<std::string> sounding;
        std::vector<std::string> mistyped;
        std::vector<std::string> in_two; ///< expressions
    };

    [[nodiscard]] bool is_known(std::string_view folded, Match match) const;
    [[nodiscard]] std::optional<std::string> one_letter(const SearchWord& word) const;
    std::string word_expression(const SearchWord& word, Match match);
    const Similar& similar(const SearchWord& word);
    [[nodiscard]] std::vector<std::string> beginning(const SearchWord& word) const;
    [[nodiscard]] std::vector<std::string> sounding(const SearchWord& word) const;
    [[nodiscard]] std::vector<std::string> mistyped(const SearchWord& word) const;
    [[nodiscard]] std::vector<std::string> in_two(const SearchWord& word) const;

    Store& store_;
    std::map<std::string, Similar> similar_;
};

} // namespace crm
