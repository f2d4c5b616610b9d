// SPDX-License-Identifier: MIT
#include "crm/contact/search/find_terms.hpp"

#include "crm/base/phone.hpp"
#include "crm/base/phonetic.hpp"
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/number_ranges.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

// Three letters are within one edit of a tenth of all short words, two of nearly all.
constexpr std::ptrdiff_t shortest_mistyped = 3;
constexpr std::size_t shortest_phone_beginning = 4;
constexpr std::size_t shortest_whole_phone = 7;
constexpr std::size_t shortest_local_phone = 3;
constexpr std::size_t longest_run = 6;

bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

template<class Use>
void for_each_piece(std::string_view text, Use use)
{
    while (!text.empty()) {
        const auto* end = std::find_if(text.begin(), text.end(), is_blank);
        const auto size = static_cast<std::size_t>(end - text.begin());
        if (const auto piece = trim(text.substr(0, size)); !piece.empty())
            use(piece);
        text.remove_prefix(std::min(size + 1, text.size()));
    }
}

std::size_t count_digits(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_ascii_digit));
}

/// A phone number or a part of one, as "+49", "(0)711", "1000-13".
bool is_part_of_phone(std::string_view text)
{
    return text.find_first_not_of("0123456789+/().-") == std::string_view::npos &&
           std::any_of(text.begin(), text.end(), is_ascii_digit);
}

/// Words with digits are numbers of some kind: what sounds the same or nearly so is another one.
SearchWord read_word(std::string_view text)
{
    SearchWord word{lower(text), fold(text), {}, false};
    if (count_digits(word.folded) > 0)
        return word;
    word.sound = cologne(text);
    const auto letters = std::count_if(word.folded.begin(), word.folded.end(),
                                       [](char c) { return !is_continuation(c); });
    word.may_be_mistyped = letters >= shortest_mistyped;
    return word;
}

/// What the E.164 form of an unfinished number begins with: that of the number completed with
/// fives, without them. How many it takes depends on the country; most plans allow ten digits.
std::string e164_beginning(const SearchIndexer& indexer, const std::string& typed)
{
    const auto digits = count_digits(typed);
    for (const std::size_t whole : {10U, 9U, 11U, 12U, 8U, 13U, 14U}) {
        if (whole < digits)
            continue;
        const std::string rest(whole - digits, '5');
        const auto number = indexer.e164(typed + rest, "");
        if (number && number->ends_with(rest))
            return number->substr(0, number->size() - rest.size());
    }
    return {};
}

/// `local`: numbers without area code are understood.
PhonePattern read_phone(const SearchIndexer& indexer, const std::string& typed, bool local)
{
    PhonePattern pattern;
    const auto digits = phone_digits(typed);
    const auto count = count_digits(digits);
    // Other short numbers would need libphonenumber's tables, and each postcode is one.
    if (count >= shortest_whole_phone || (local && count >= shortest_local_phone))
        pattern.exact = indexer.e164(typed, "").value_or("");
    if (count < shortest_phone_beginning)
        return pattern;
    pattern.digits = digits_as_typed(digits);
    pattern.beginnings.push_back(pattern.digits);
    if (local || digits.starts_with('+') || digits.starts_with('0'))
        if (auto begin = e164_beginning(indexer, typed); !begin.empty())
            pattern.beginnings.push_back(std::move(begin));
    return pattern;
}

SearchTerm read_term(std::string_view piece)
{
    SearchTerm term;
    term.text = piece;
    term.small = lower(piece);
    term.is_digits = is_part_of_phone(piece);
    if (piece.find('@') == std::string_view::npos)
        for_each_word(piece, [&](std::string_view word) { term.words.push_back(read_word(word)); });
    return term;
}

/// Reads a piece into `terms`; a piece without a letter or digit is nothing to search for.
void append_term(std::string_view piece, std::vector<SearchTerm>& terms)
{
    if (!next_word(piece).empty())
        terms.push_back(read_term(piece));
}

/// Names are joined by "&" or by a word for it, and the contact may be recorded with the other. A
/// German salutation is part of no name; another one may be (`MS`).
void leave_out_joints(std::vector<SearchTerm>& terms)
{
    static constexpr std::array<std::string_view, 5> salutations = {"herr", "herrn", "frau", "hr.",
                                                                    "fr."};
    const auto is_joint = [](const SearchTerm& term) {
        return term.words.size() == 1 &&
               (joins_names(term.words.front().folded) ||
                std::ranges::find(salutations, term.small) != salutations.end());
    };
    if (!std::ranges::all_of(terms, is_joint))
        std::erase_if(terms, is_joint);
}

/// Several terms read as one phone number.
SearchTerm joined(std::span<const SearchTerm> terms)
{
    SearchTerm whole;
    for (const auto& term : terms)
        whole.text += term.text;
    whole.small = whole.text;
    whole.is_digits = true;
    whole.joined = true;
    return whole;
}

/// How many terms from `first` on can be parts of one phone number.
std::size_t run_length(std::span<const SearchTerm> terms, std::size_t first)
{
    std::size_t length = 0;
    while (first + length < terms.size() && length < longest_run &&
           terms[first + length].is_digits &&
           (length == 0 || !terms[first + length].text.starts_with('+')))
        ++length;
    return length;
}

std::vector<std::vector<SearchTerm>> all_readings(const std::vector<SearchTerm>& wanted)
{
    std::vector<std::vector<SearchTerm>> readings;
    if (wanted.empty())
        return readings;
    readings.push_back(wanted);
    for (std::size_t first = 0; first < wanted.size(); ++first)
        for (auto length = run_length(wanted, first); length > 1; --length) {
            const auto begin = wanted.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = begin + static_cast<std::ptrdiff_t>(length);
            std::vector<SearchTerm> reading(wanted.begin(), begin);
            reading.push_back(joined({begin, end}));
            reading.insert(reading.end(), end, wanted.end());
            readings.push_back(std::move(reading));
        }
    return readings;
}

/// Everything as one phone number with letters, `0800 MUELLER`; nothing if it cannot be one.
std::optional<SearchTerm> lettered_phone(std::span<const std::string> texts)
{
    constexpr std::string_view beginnings = "0123456789+(";
    std::string whole;
    for (const auto& text : texts)
        whole += text;
    const auto typed = trim(whole);
    const auto digits = digits_as_typed(typed);
    SearchTerm term;
    term.small = letters_as_typed(typed);
    if (typed.empty() || beginnings.find(typed.front()) == std::string_view::npos ||
        digits.size() <= shortest_local_phone || term.small == digits)
        return std::nullopt;
    term.text = typed;
    term.joined = true;
    term.phone.digits = term.small;
    term.phone.beginnings.push_back(term.small);
    return term;
}

/// The contact with a number, which may be typed in small letters; 0 if there is none.
std::int64_t holder_of(Store& store, std::string_view number)
{
    for (const auto& form : {std::string(number), in_capitals(number)})
        if (const auto contact = contact_by_number(store, form))
            return contact->id;
    return 0;
}

} // namespace

SearchTerms read_terms(Store& store, const SearchIndexer& indexer,
                       std::span<const std::string> texts)
{
    SearchTerms terms;
    std::vector<SearchTerm> wanted;
    for (const auto& text : texts) {
        // In "0711 -1000" the dash belongs to the number.
        const bool is_number = looks_like_phone(text) && !text.starts_with('-');
        for_each_piece(text, [&](std::string_view piece) {
            const bool excludes = piece.starts_with('-') && !is_number;
            append_term(excludes ? piece.substr(1) : piece, excludes ? terms.excluded : wanted);
        });
    }
    leave_out_joints(wanted);
    terms.readings = all_readings(wanted);
    if (auto phone = lettered_phone(texts); phone && !terms.readings.empty())
        terms.readings.push_back({std::move(*phone)});
    const bool local = !setting(store, "phone.area_code").empty();
    const auto resolve = [&](SearchTerm& term) {
        if (!term.joined)
            term.number_of = holder_of(store, term.text);
        if (term.is_digits)
            term.phone = read_phone(indexer, term.text, local);
        terms.has_phones = terms.has_phones || !term.phone.empty();
    };
    for (auto& reading : terms.readings)
        std::for_each(reading.begin(), reading.end(), resolve);
    std::for_each(terms.excluded.begin(), terms.excluded.end(), resolve);
    return terms;
}

} // namespace crm
