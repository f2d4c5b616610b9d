// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/contact/search/index_keys.hpp"
#include "crm/contact/search/index_texts.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace crm
{

/// A phone or e-mail (lower case) by which a contact is found. A phone is E.164; one in the
/// national notation of another country than the own, or one that cannot be read, is found by its
/// digits as they were typed, too: "=" and the digits; one with letters also with these.
struct ContactPoint {
    std::string value;
    std::int64_t employment_id = 0; ///< 0: the contact's own, else the one at work
    std::string kind;               ///< phone, mobile, fax, email
    bool operator==(const ContactPoint&) const = default;
    auto operator<=>(const ContactPoint&) const = default;
};

/// Everything by which one contact is found, as the derived tables hold it.
struct SearchEntry {
    std::string name_key;
    std::string name, name_folded;       ///< prepared words of the own name
    std::string context, context_folded; ///< of titles, companies, cities, postcodes
    std::size_t own_context = 0;         ///< size of what `context` begins with: of no company
    std::vector<ContactPoint> points;
    std::vector<std::string> unreadable; ///< phones that are found by their digits only
    bool operator==(const SearchEntry&) const = default;
};

/// What of a contact and its employers is indexed.
struct SearchableContact {
    struct Work {
        std::int64_t employment_id = 0;
        std::string company, city, country; ///< the company's
        std::string phone, email;           ///< of the person there
    };
    ContactKind kind = ContactKind::company;
    std::string_view name, title, city, postcode, country, phone, mobile, fax, email;
    std::vector<Work> work; ///< by employment_id
};

/// Keeps contact_text_index, contact_word_index, contact_name_index and contact_point_index.
/// A change of a contact is `remove` before and `add` after it.
class SearchIndexer
{
  public:
    explicit SearchIndexer(Store& store);

    /// Nothing for a contact that was merged: it is found by that into which it was.
    void add(std::int64_t contact_id);
    /// The same from values at hand, which must be what is recorded. Returns the phones that cannot
    /// be read.
    std::vector<std::string> add(std::int64_t contact_id, const SearchableContact& contact);
    void remove(std::int64_t contact_id);
    /// For bulk work: names, phones and e-mails are collected and written in the order of their
    /// index, many at a time. `flush` before anything searches them, and at the end.
    void collect();
    void flush();
    /// Forgets what was collected and which words are written, after a part of the transaction,
    /// begun after a flush, was taken back.
    void forget();
    /// Builds all derived tables anew, with the own country and area code of now.
    void rebuild();
    /// The entry a contact ought to have, from contact and employment; `db check` compares.
    SearchEntry entry_of(std::int64_t contact_id);
    /// A phone as E.164. Without a country, the own company's and the setting phone.area_code tell
    /// what a number without one means.
    [[nodiscard]] std::optional<std::string> e164(std::string_view typed,
                                                  std::string_view country) const;

  private:
    struct WordHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const
        {
            return std::hash<std::string_view>()(word);
        }
    };

    SearchEntry make_entry(const SearchableContact& contact) const;
    void append_phones(SearchEntry& entry, std::string_view items, std::string_view kind,
                       std::string_view country, std::int64_t employment) const;
    void write(std::int64_t contact_id, const SearchEntry& entry);
    void add_words(std::string_view folded_words);

    Store& store_;
    std::string region_;
    std::string area_code_;
    bool collecting_ = false;
    IndexTexts texts_;
    IndexKeys names_;
    IndexKeys points_;
    std::unordered_set<std::string, WordHash, std::equal_to<>>
        known_words_; ///< written or seen by this indexer
};

/// The digits of a phone as typed, as contact points hold them: "=" before them.
std::string digits_as_typed(std::string_view phone);

/// The same with letters in it, folded, for `0800 MUELLER`: "=0800muller".
std::string letters_as_typed(std::string_view phone);

/// Builds all derived tables anew, after a change of what phones without a country mean.
void rebuild_search_index(Store& store);

} // namespace crm
