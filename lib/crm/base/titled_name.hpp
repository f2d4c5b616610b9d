// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// A full name and what stands before and behind it. No word is in none of the three.
struct TitledName {
    std::string salutation; ///< "Frau", also for "Fr."
    std::string title;      ///< "Prof. Dr. MBA"
    std::string name;
    bool operator==(const TitledName&) const = default;
};

/// Takes `Herr`, `Frau` and titles that are known well off the front of a person's name, and titles
/// behind a comma off its end: `Frau Dr. med. Eva Groß, MBA`. Something is always left as the name.
TitledName take_off_titles(std::string_view full);

/// Whether a word is a salutation, as `Herrn` or `Mrs.`, in any case.
bool is_salutation(std::string_view word);

/// Where in a title begins what stands behind a name: `MBA` in `Dr. MBA`; its size if nothing does.
std::size_t begin_of_suffix(std::string_view title);

/// Whether each word of `part` is in `whole`, case and dots aside: `Dr.` is in `Prof. Dr.`.
bool has_words_of(std::string_view whole, std::string_view part);

} // namespace crm
