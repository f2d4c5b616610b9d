// SPDX-License-Identifier: MIT
#include "crm/base/titled_name.hpp"

#include "crm/base/names.hpp"
#include "crm/base/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace crm
{

namespace
{

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 16> salutations = {
    "herr", "herrn", "frau", "fräulein", "hr.",  "fr.",    "mr",       "mr.",
    "mrs",  "mrs.",  "ms",   "ms.",      "miss", "madame", "monsieur", "signora"};

/// What begins a title, besides the diplomas.
constexpr std::array<std::string_view, 16> titles = {
    "dr",        "dr.",        "dres.",       "dr.-ing.",    "dr.-ing",    "prof",
    "prof.",     "professor",  "professorin", "univ.-prof.", "jun.-prof.", "hon.-prof.",
    "apl.prof.", "priv.-doz.", "mag.",        "ing."};

/// What goes on with a title; alone it may be a name (`Phil`), and without the dot, too.
constexpr std::array<std::string_view, 38> fields_of_study = {
    "med.",    "med",   "rer.",  "nat.",   "pol.",  "oec.",  "phil.",   "jur.", "iur.",  "ing.",
    "h.c.",    "e.h.",  "mult.", "habil.", "dent.", "vet.",  "theol.",  "sc.",  "agr.",  "techn.",
    "math.",   "paed.", "päd.",  "publ.",  "soc.",  "cult.", "pharm.",  "hum.", "biol.", "mont.",
    "forest.", "silv.", "(fh)",  "(tu)",   "(ba)",  "(dh)",  "(univ.)", "univ."};

/// What stands behind a name.
constexpr std::array<std::string_view, 24> degrees = {
    "mba",   "emba",  "ll.m.", "llm",   "ll.b.", "llb",     "m.a.",   "b.a.",
    "m.sc.", "m.sc",  "msc",   "b.sc.", "b.sc",  "bsc",     "m.eng.", "b.eng.",
    "m.ed.", "b.ed.", "ph.d.", "phd",   "mph",   "m.phil.", "mpa",    "m.b.a."};

bool is_one_of(std::span<const std::string_view> list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

/// "Dr.med." and "Dr.h.c.", written in one.
bool is_doctor_of(std::string_view word)
{
    constexpr std::string_view doctor = "dr.";
    return word.starts_with(doctor) && is_one_of(fields_of_study, word.substr(doctor.size()));
}

bool is_diploma(std::string_view word)
{
    return word.starts_with("dipl.-") || word.starts_with("dipl-") || word.starts_with("diplom-");
}

/// How many words a title has that begins with the first one: `Dr. rer. nat.`, `h. c.`
std::size_t title_length(Words words, bool goes_on)
{
    const auto first = lower(words.front());
    if (is_one_of(titles, first) || is_doctor_of(first) || is_diploma(first) ||
        (goes_on && is_one_of(fields_of_study, first)))
        return 1;
    const bool of_honour = goes_on && words.size() > 1 && (first == "h." || first == "e.");
    return of_honour && lower(words[1]) == (first == "h." ? "c." : "h.") ? 2 : 0;
}

void append(std::string& text, std::string_view word)
{
    if (!word.empty())
        text.append(text.empty() ? "" : " ").append(word);
}

std::string joined(Words words)
{
    std::string text;
    for (const auto word : words)
        append(text, word);
    return text;
}

std::string written_out(std::string_view salutation)
{
    const auto small = lower(salutation);
    if (small == "hr." || small == "herrn")
        return "Herr";
    return small == "fr." ? "Frau" : std::string(salutation);
}

/// Takes what stands before the name, of which `left` words stay; returns these.
std::string take_front(std::string_view text, std::size_t left, TitledName& taken)
{
    const auto all = split_at_white_space(text);
    Words words = all;
    bool goes_on = false;
    while (words.size() > left) {
        if (taken.salutation.empty() && is_salutation(words.front())) {
            taken.salutation = written_out(words.front());
            words = words.subspan(1);
            continue;
        }
        const auto length = title_length(words, goes_on);
        if (length == 0 || words.size() < left + length)
            break;
        append(taken.title, joined(words.first(length)));
        words = words.subspan(length);
        goes_on = true;
    }
    return joined(words);
}

/// Whether nothing but titles stands in a text behind a comma.
bool is_all_titles(std::string_view text)
{
    const auto all = split_at_white_space(text);
    Words words = all;
    while (!words.empty()) {
        const auto length =
            is_one_of(degrees, lower(words.front())) ? 1 : title_length(words, true);
        if (length == 0)
            return false;
        words = words.subspan(length);
    }
    return !all.empty();
}

/// Takes what stands behind the name off `text`; the last of several is found first.
std::string take_back(std::string_view& text)
{
    std::string taken;
    for (auto comma = text.rfind(','); comma != std::string_view::npos; comma = text.rfind(',')) {
        const auto last = text.substr(comma + 1);
        if (trim(text.substr(0, comma)).empty() || !is_all_titles(last))
            break;
        auto title = joined(split_at_white_space(last));
        append(title, taken);
        taken = std::move(title);
        text = trim(text.substr(0, comma));
    }
    return taken;
}

} // namespace

bool is_salutation(std::string_view word)
{
    return is_one_of(salutations, lower(word));
}

TitledName take_off_titles(std::string_view full)
{
    TitledName taken;
    auto text = trim(full);
    const auto behind = take_back(text);
    const auto comma = text.find(',');
    const auto family = text.substr(0, comma);
    if (comma == std::string_view::npos || trim(family).empty())
        taken.name = take_front(text, 1, taken);
    else {
        taken.name = take_front(family, 1, taken);
        const auto given = take_front(text.substr(comma + 1), 0, taken);
        taken.name.append(given.empty() ? "" : ", ").append(given);
    }
    append(taken.title, behind);
    return taken;
}

std::size_t begin_of_suffix(std::string_view title)
{
    for (const auto word : split_at_white_space(title))
        if (is_one_of(degrees, lower(word)))
            return static_cast<std::size_t>(word.data() - title.data());
    return title.size();
}

bool has_words_of(std::string_view whole, std::string_view part)
{
    const auto plain = [](std::string_view word) {
        auto text = lower(word);
        std::erase(text, '.');
        return text;
    };
    const auto all = split_at_white_space(whole);
    return std::ranges::all_of(split_at_white_space(part), [&](std::string_view wanted) {
        return std::ranges::any_of(all, [&](auto word) { return plain(word) == plain(wanted); });
    });
}

} // namespace crm
