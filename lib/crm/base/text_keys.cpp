// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// A word of a folded name, or the `&` between two.
struct NamePart {
    std::string_view word;
    bool joins = false;
};

using NameParts = std::vector<NamePart>;

/// Folded and without blanks and dots; left out at the end of a name.
constexpr std::array<std::string_view, 72> legal_forms = {
    // German-speaking countries
    "gmbh", "ggmbh", "mbh", "gesmbh", "gesellschaftmbh", "gesellschaftmitbeschrankterhaftung", "ag",
    "aktiengesellschaft", "kg", "kommanditgesellschaft", "kgaa", "ohg", "og", "gbr", "ug",
    "haftungsbeschrankt", "ek", "ekfm", "ekfr", "eg", "egen", "ev", "eu", "partg", "partgmbb", "se",
    "sarl", "sagl", "gesbr", "keg",
    // English
    "ltd", "limited", "plc", "llc", "llp", "lp", "inc", "incorporated", "corp", "corporation",
    "pty", "ptyltd", "pvtltd",
    // Romance
    "sa", "sas", "sasu", "eurl", "snc", "srl", "spa", "sl", "slu", "sadecv", "lda", "ltda",
    // Benelux and the north
    "bv", "nv", "bvba", "vof", "aps", "as", "asa", "ab", "oy", "oyj", "hf",
    // Central Europe
    "spzoo", "sro", "doo", "kft", "zrt", "sia"};

/// So unlike any other word that they are left out inside a name, too: `Müller GmbH Werkzeugbau`.
constexpr std::array<std::string_view, 8> unmistakable_forms = {"gmbh", "ggmbh", "mbh", "gesmbh",
                                                                "kg",   "kgaa",  "ohg", "gbr"};

bool contains_joint(std::string_view gap)
{
    return gap.find_first_of("&+") != std::string_view::npos;
}

NameParts parts_of(std::string_view folded)
{
    NameParts parts;
    parts.reserve(8);
    const char* end_of_last = folded.data();
    for_each_word(folded, [&](std::string_view word) {
        const auto gap =
            std::string_view(end_of_last, static_cast<std::size_t>(word.data() - end_of_last));
        if (!parts.empty() && contains_joint(gap))
            parts.push_back({"&", true});
        parts.push_back({word, joins_names(word) && !parts.empty()});
        end_of_last = word.data() + word.size();
    });
    return parts;
}

/// How many parts before `end` spell `form`, as `e. K.` spells `ek`; 0 if they do not.
std::size_t parts_that_spell(std::string_view form, const NameParts& parts, std::size_t end)
{
    auto begin = end;
    while (!form.empty() && begin > 0 && form.ends_with(parts[begin - 1].word)) {
        form.remove_suffix(parts[begin - 1].word.size());
        --begin;
    }
    return form.empty() ? end - begin : 0;
}

std::size_t legal_form_before(const NameParts& parts, std::size_t end)
{
    if (end < parts.size())
        return std::ranges::count(unmistakable_forms, parts[end - 1].word) > 0 ? 1 : 0;
    std::size_t longest = 0;
    const char last = parts[end - 1].word.back();
    for (const auto form : legal_forms)
        if (form.back() == last)
            longest = std::max(longest, parts_that_spell(form, parts, end));
    return longest;
}

/// Where a form at `begin` really begins: `& Co.` before it belongs to it. Never the first part.
std::size_t begin_with_partner(const NameParts& parts, std::size_t begin)
{
    if (begin > 1 && parts[begin - 1].word == "co")
        --begin;
    while (begin > 1 && parts[begin - 1].joins)
        --begin;
    return begin;
}

NameParts without_legal_forms(NameParts parts)
{
    for (auto end = parts.size(); end > 1;) {
        const auto length = legal_form_before(parts, end);
        if (length == 0 || length >= end) {
            --end;
            continue;
        }
        const auto begin = begin_with_partner(parts, end - length);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(begin),
                    parts.begin() + static_cast<std::ptrdiff_t>(end));
        end = begin;
    }
    return parts;
}

std::string joined(const NameParts& parts, std::string_view folded)
{
    if (parts.empty()) // nothing but punctuation is a name, too
        return std::string(trim(folded));
    std::string key;
    key.reserve(folded.size());
    for (const auto& part : parts) {
        key += key.empty() ? "" : " ";
        key += part.joins ? "&" : part.word;
    }
    return key;
}

} // namespace

bool joins_names(std::string_view word)
{
    return word == "und" || word == "and" || word == "u";
}

std::string name_key(std::string_view name)
{
    const auto folded = fold(name);
    return joined(without_legal_forms(parts_of(folded)), folded);
}

std::string person_key(std::string_view name)
{
    const auto folded = fold(name);
    return joined(parts_of(folded), folded);
}

std::string natural_key(std::string_view text)
{
    const std::string number = lower(text);
    std::string key;
    key.reserve(number.size() + 4);
    for (std::size_t place = 0; place < number.size();) {
        if (!is_ascii_digit(number[place])) {
            key += number[place++];
            continue;
        }
        auto end = place;
        while (end < number.size() && is_ascii_digit(number[end]))
            ++end;
        // The length in front, as a digit up to 8, beyond as one 9 for each nine and the rest: a
        // longer run has the greater prefix, and where the prefix ends is never in doubt.
        const auto length = end - place;
        key.append(length / 9, '9');
        key += static_cast<char>('0' + length % 9);
        key.append(number, place, length);
        place = end;
    }
    return key;
}

} // namespace crm
