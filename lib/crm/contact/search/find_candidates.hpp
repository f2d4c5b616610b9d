// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/search/find.hpp"
#include "crm/contact/search/find_terms.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace crm
{

using ContactIds = std::vector<std::int64_t>;

/// Contacts, each once, in the order in which they were added.
class ContactSet
{
  public:
    void add(std::int64_t id);
    [[nodiscard]] bool has(std::int64_t id) const;
    [[nodiscard]] const ContactIds& ids() const { return ids_; }

  private:
    std::vector<bool> has_; ///< by id; a search adds hundreds of thousands
    ContactIds ids_;
};

/// Contacts that may match, by the indexes; whether they do is seen in their lines.
class FindCandidates
{
  public:
    /// The references must outlive this.
    FindCandidates(Store& store, const FindQuery& query);

    /// What contact_text_index has for an expression (see TextQuery), in parts of `part` contacts,
    /// each in the order of the numbers, until `use` returns false.
    void by_text(const std::string& expression, std::size_t part,
                 const std::function<bool(const ContactIds&)>& use);
    /// At most `count` of them, whatever the filters say.
    ContactIds some_by_text(const std::string& expression, std::size_t count);
    /// Those of a set that contact_text_index has for the expression.
    ContactIds common(const std::string& expression, const ContactSet& set);
    /// By number, phone and e-mail: whole ones, or with `beginnings` also what begins so, until
    /// `use` returns false. Some come twice.
    void by_points(const SearchTerm& term, bool beginnings,
                   const std::function<bool(std::int64_t)>& use);

  private:
    Store& store_;
    const FindQuery& query_;
};

} // namespace crm
