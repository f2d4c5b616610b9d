// SPDX-License-Identifier: MIT
#include "crm/contact/search/text_query.hpp"

#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"
#include "crm/contact/number_ranges.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

// More than this many words are so alike only when the word says next to nothing.
constexpr std::size_t most_similar = 300;
// So many whole words are quicker than one unfinished one, whose contacts FTS5 merges beforehand.
constexpr std::size_t most_beginning = 30;

struct CodePointRange {
    char32_t first;
    char32_t last;
};

/// Letters and digits that FTS5's tokenizer knows and that take no marks. Words with others it may
/// split, and an index without positions (detail = column) cannot look for a split word.
constexpr std::array<CodePointRange, 18> plain_letters = {{{'0', '9'},
                                                           {'a', 'z'},
                                                           {0xAA, 0xAA},
                                                           {0xB2, 0xB3},
                                                           {0xB5, 0xB5},
                                                           {0xB9, 0xBA},
                                                           {0xC0, 0xD6},
                                                           {0xD8, 0xF6},
                                                           {0xF8, 0x2AF},
                                                           {0x370, 0x481},
                                                           {0x48A, 0x527},
                                                           {0x5D0, 0x5EA},
                                                           {0x620, 0x64A},
                                                           {0x1E00, 0x1FFF},
                                                           {0x2C61, 0x2C7C},
                                                           {0x3041, 0x30FE},
                                                           {0x4E00, 0x9FCB},
                                                           {0xAC00, 0xD7A3}}};

bool is_token(std::string_view word)
{
    while (!word.empty()) {
        const auto c = first_code_point(word);
        const auto known = [&](const CodePointRange& range) {
            return range.first <= c.value && c.value <= range.last;
        };
        if (std::none_of(plain_letters.begin(), plain_letters.end(), known))
            return false;
        word.remove_prefix(c.length);
    }
    return true;
}

std::string in_quotes(std::string_view word)
{
    std::string text = "\"";
    for (const char c : word)
        text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

std::string or_words(std::string expression, std::span<const std::string> words)
{
    for (const auto& word : words)
        expression.append(" OR ").append(in_quotes(word));
    return expression;
}

/// The part of a text between two code points, counted from 0.
std::string slice(std::string_view text, std::size_t first, std::size_t count)
{
    std::string part;
    for (std::size_t place = 0; !text.empty() && place < first + count; ++place) {
        const auto length = first_code_point(text).length;
        if (place >= first)
            part += text.substr(0, length);
        text.remove_prefix(length);
    }
    return part;
}

std::size_t length(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

} // namespace

std::optional<std::string> TextQuery::expression(std::span<const SearchTerm> terms, Match match,
                                                 Where where)
{
    std::vector<std::string> parts;
    for (const auto& term : terms) {
        if (term.words.empty())
            return std::nullopt;
        for (const auto& word : term.words) {
            if (!is_token(match <= Match::prefix ? word.plain : word.folded))
                continue;
            if (match <= Match::prefix && !is_known(word.folded, match))
                return std::nullopt;
            parts.push_back('(' + word_expression(word, match) + ')');
        }
    }
    if (parts.empty())
        return std::nullopt;
    const auto all = joined(parts, " AND ");
    switch (where) {
    case Where::all_own:
        return "{name name_folded} : (" + all + ')';
    case Where::some_own:
        return '(' + all + ") AND {name name_folded} : (" + joined(parts, " OR ") + ')';
    case Where::anywhere:
        break;
    }
    return all;
}

std::optional<std::string> TextQuery::with_words_of(std::string_view text)
{
    std::vector<std::string> parts;
    for (const auto& word : words(text))
        if (auto folded = fold(word); is_token(folded))
            parts.push_back(in_quotes(folded));
    return parts.empty() ? std::nullopt : std::optional(joined(parts, " AND "));
}

/// Whether any contact has this word at all, or one that begins with it: quicker to tell than
/// which.
bool TextQuery::is_known(std::string_view folded, Match match) const
{
    auto query = store_.prepare(R"sql(
        SELECT 1 FROM contact_word_index WHERE word >= :from AND word <= :to LIMIT 1)sql");
    query.bind(":from", folded);
    query.bind(":to", std::string(folded) + (match == Match::exact ? "" : after_every_text));
    return query.step();
}

/// An unfinished word of one letter. FTS5 has beginnings of two and three letters ready and would
/// merge the contacts of all words first; so it is asked for all beginnings of two. Nothing if
/// the word is not such a one.
std::optional<std::string> TextQuery::one_letter(const SearchWord& word) const
{
    if (word.plain != word.folded || length(word.folded) != 1)
        return std::nullopt;
    auto expression = in_quotes(word.folded);
    auto query = store_.prepare(R"sql(
        SELECT word FROM contact_word_index
         WHERE word > :from AND word < :to
         ORDER BY word
         LIMIT 1)sql");
    auto keys = beginning_with(word.folded);
    while (query.bind(":from", keys.from).bind(":to", keys.to).step()) {
        const auto beginning = slice(query.text(0), 0, 2);
        query.reset();
        if (!is_token(beginning))
            return std::nullopt;
        expression.append(" OR ").append(in_quotes(beginning)).append(" *");
        keys.from = beginning_with(beginning).to;
    }
    return expression;
}

std::string TextQuery::word_expression(const SearchWord& word, Match match)
{
    const auto short_word = match == Match::exact ? std::nullopt : one_letter(word);
    switch (match) {
    case Match::exact:
        return "{name context} : " + in_quotes(word.plain);
    case Match::prefix:
        if (short_word) // the lines tell which of them are written like that
            return *short_word;
        return "{name context} : " + in_quotes(word.plain) + " *";
    case Match::folded:
    case Match::phonetic:
    case Match::typo:
        break;
    }
    const auto& words = similar(word);
    auto expression = !words.beginning.empty() ? or_words(in_quotes(word.folded), words.beginning)
                                               : short_word.value_or(in_quotes(word.folded) + " *");
    for (const auto& parts : words.in_two)
        expression.append(" OR ").append(parts);
    if (match >= Match::phonetic)
        expression = or_words(std::move(expression), words.sounding);
    if (match >= Match::typo)
        expression = or_words(std::move(expression), words.mistyped);
    return expression;
}

const TextQuery::Similar& TextQuery::similar(const SearchWord& word)
{
    auto found = similar_.find(word.folded);
    if (found == similar_.end())
        found = similar_
                    .emplace(word.folded,
                             Similar{beginning(word), sounding(word), mistyped(word), in_two(word)})
                    .first;
    return found->second;
}

/// The words that begin with this one; none if they are too many.
std::vector<std::string> TextQuery::beginning(const SearchWord& word) const
{
    std::vector<std::string> found;
    auto query = store_.prepare(R"sql(
        SELECT word FROM contact_word_index
         WHERE word >= :from AND word < :to
         LIMIT :limit)sql");
    const auto keys = beginning_with(word.folded);
    query.bind(":from", keys.from).bind(":to", keys.to);
    query.bind(":limit", static_cast<std::int64_t>(most_beginning) + 1);
    while (query.step())
        found.push_back(query.string(0));
    if (found.size() > most_beginning || !std::all_of(found.begin(), found.end(), is_token))
        found.clear();
    return found;
}

std::vector<std::string> TextQuery::sounding(const SearchWord& word) const
{
    std::vector<std::string> found;
    if (word.sound.empty())
        return found;
    auto query = store_.prepare("SELECT word FROM contact_word_index WHERE sound = :sound");
    query.bind(":sound", word.sound);
    while (query.step() && found.size() < most_similar)
        if (sounds_like(word, query.text(0)) && is_token(query.text(0)))
            found.push_back(query.string(0));
    return found;
}

/// One error leaves the first or the second half of a word as it is, the letter in the middle
/// belonging to neither because neighbours may change places over it.
std::vector<std::string> TextQuery::mistyped(const SearchWord& word) const
{
    std::vector<std::string> found;
    if (!word.may_be_mistyped)
        return found;
    const auto whole = length(word.folded);
    const auto half = (whole - 1) / 2;
    const auto collect = [&](std::string_view sql, const KeyRange& range) {
        auto query = store_.prepare(sql);
        query.bind(":from", range.from)
            .bind(":to", range.to)
            .bind(":shortest", static_cast<std::int64_t>(whole) - 1)
            .bind(":longest", static_cast<std::int64_t>(whole) + 1);
        while (query.step() && found.size() < most_similar)
            if (nearly_is(word, query.text(0)) && is_token(query.text(0)))
                found.push_back(query.string(0));
    };
    collect(R"sql(
        SELECT word FROM contact_word_index
         WHERE word >= :from AND word < :to AND length(word) BETWEEN :shortest AND :longest)sql",
            beginning_with(slice(word.folded, 0, half)));
    collect(R"sql(
        SELECT word FROM contact_word_index
         WHERE reversed >= :from AND reversed < :to
           AND length(word) BETWEEN :shortest AND :longest)sql",
            beginning_with(reversed(slice(word.folded, half + 1, whole - half - 1))));
    return found;
}

/// A word that may be two with a hyphen between, as `karlheinz`: those who have both.
std::vector<std::string> TextQuery::in_two(const SearchWord& word) const
{
    constexpr std::size_t shortest_first = 2;
    constexpr std::size_t shortest_second = 3;
    std::vector<std::string> found;
    const auto whole = word.sound.empty() ? 0 : length(word.plain);
    for (auto place = shortest_first; place + shortest_second <= whole; ++place) {
        const auto first = fold(slice(word.plain, 0, place));
        if (!is_token(first) || !is_known(first, Match::exact))
            continue;
        const auto second = fold(slice(word.plain, place, whole - place));
        if (is_token(second) && is_known(second, Match::prefix))
            found.push_back('(' + in_quotes(first) + " AND " + in_quotes(second) + " *)");
    }
    return found;
}

} // namespace crm
