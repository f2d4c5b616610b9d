// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/contact/erased_keys.hpp"
#include "crm/contact/number_filter.hpp"
#include "crm/contact/search/index.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// Makes and changes contacts, with their search index, inside the caller's transaction. It keeps
/// its statements and what it has looked up, so that an import costs little more per row than the
/// rows themselves.
class ContactWriter
{
  public:
    explicit ContactWriter(Store& store, Date today);

    /// Makes a contact and returns its id. A number that is taken is `rejected`, as is a person
    /// without a family name.
    std::int64_t add(ContactKind kind, const ContactData& data);
    /// Changes what `data` gives. The kind stays; the number is left to renumber().
    void change(std::int64_t id, const ContactData& data);
    /// Gives a contact another number. One that is taken, if only in another case, is `rejected`.
    void renumber(std::int64_t id, const std::string& number);

    /// Whether anybody was erased, so that a new contact may have blocks from the start.
    [[nodiscard]] bool anybody_erased() const { return erased_.any(); }

    /// Sentences about what was taken but looks wrong: a phone that cannot be read.
    std::vector<std::string> take_warnings();

    /// For bulk work: see SearchIndexer and NumberFilter. Whatever searches by name needs a flush
    /// before it, and so does the end of the work.
    void collect();
    /// False if certainly nobody has the number, known without a look-up in bulk work.
    [[nodiscard]] bool may_be_taken(std::string_view number) const;
    void flush() { indexer_.flush(); }
    /// Forgets what is held in memory, after a part of the transaction, begun after a flush, was
    /// taken back.
    void forget();

  private:
    std::string take_number(const std::optional<std::string>& given);
    struct Employer {
        ContactKind kind = ContactKind::company;
        std::string name, city, country;
    };

    void insert(const std::string& number);
    void write_details(std::int64_t id, const ContactData& data);
    void take_off_bic(FieldValues& changes, const FieldValues& former);
    void warn_of_phones(const FieldValues& values, std::string_view country);
    void warn_of_phone(std::string_view number);
    void block_if_erased(std::int64_t id, std::string_view postcode);
    const Employer& employer(std::int64_t id);
    std::vector<SearchableContact::Work> employ(ContactKind kind, std::int64_t id,
                                                const EmploymentData& data);

    Store& store_;
    Date today_;
    SearchIndexer indexer_;
    ErasedKeys erased_;
    Statement insert_;
    std::optional<NumberFilter> numbers_;                  ///< in bulk work
    std::unordered_map<std::int64_t, Employer> employers_; ///< seen last
    std::vector<std::string> warnings_;
};

} // namespace crm
