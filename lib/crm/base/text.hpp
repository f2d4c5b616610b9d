// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// Texts are UTF-8. Invalid bytes are not an error here: they read as U+FFFD where a text is mapped,
// and as no letter where it is split.

bool is_valid_utf8(std::string_view text);

/// The text without the white space around it: Unicode's White_Space, so tabs, line breaks and the
/// non-breaking blanks that spreadsheets leave behind are gone, too.
std::string_view trim(std::string_view text);

/// Lower case, diacritics and ß kept, composed (NFC): `MÜLLER` gives `müller`.
std::string lower(std::string_view text);

/// The form that texts are searched by. Lower case without diacritics, compatibility forms resolved
/// (NFKC), `ß` as `ss`, `ø` as `o` and so on, and the German ways to write an umlaut made one:
/// `Müller`, `Mueller` and `MULLER` all give `muller`. For that every `e` after `a`, `o` or `u`
/// goes, but not after a `u` that itself follows a vowel or `q`: `Bauer` and `Quelle` stay as they
/// are. Scripts other than Latin and Greek are only lower cased. Punctuation stays. fold(fold(x)) =
/// fold(x).
std::string fold(std::string_view text);

/// The first word of a text: the longest run of letters, digits and marks (Unicode L, N, M), as a
/// part of `text`; empty if there is none.
std::string_view next_word(std::string_view text);

/// Calls `use` with each word of a text, as parts of `text`.
template<class Use>
void for_each_word(std::string_view text, Use&& use)
{
    for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
        text.remove_prefix(static_cast<std::size_t>(word.data() - text.data()) + word.size());
        use(word);
    }
}

/// The words of a text as they are written.
std::vector<std::string> words(std::string_view text);

/// The key under which two companies have the same name: words folded and joined by one blank; `&`,
/// `+`, `u.`, `und`, `and` are one; legal forms (`GmbH & Co. KG`, `e. K.`, `S.r.l.`) are left out.
/// The first word always stays, so a text with a word has a key.
std::string name_key(std::string_view name);
/// Whether a folded word stands for the "&" between names.
bool joins_names(std::string_view word);

/// The same for a person, whose family name may look like a legal form: `Maria Sá`, `Thomas Ek`.
std::string person_key(std::string_view name);

/// A key whose bytes sort as people expect contact numbers to: `10042` before `100000`, `ALFKI`
/// before `ANATR`. Numbers that differ in more than case have different keys; ASCII stays printable
/// ASCII.
std::string natural_key(std::string_view text);

/// Whether one insertion, deletion, substitution or exchange of neighbours at most turns `a` into
/// `b`, counted in code points.
bool within_one_edit(std::string_view a, std::string_view b);

/// The code points in reverse order, so that an index of beginnings finds endings.
std::string reversed(std::string_view text);

/// The choice that was probably meant: at most two typing errors and less than half of `typed`
/// away, case ignored, the first of the nearest; empty if there is none.
std::string suggestion(std::string_view typed, std::span<const std::string> choices);

} // namespace crm
