// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/recipients.hpp"
#include "crm/mailing/typed_condition.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace crm
{

/// A contact that the filter takes: a company, or a person who is approached for themselves. Texts
/// live until the next one is read.
struct RecipientCandidate {
    std::int64_t id = 0;
    ContactKind kind = ContactKind::company;
    bool consumer = false; ///< says the contact, of a company
    std::string_view number;
    std::string_view name;
    std::string_view legal_form;
    std::string_view salutation;
    std::string_view title;
    std::string_view given_name;
    std::string_view family_name;
    std::string_view language;
    std::string_view street;
    std::string_view postcode;
    std::string_view city;
    std::string_view country;
    std::string_view phone; ///< several are joined by ';'
    std::string_view email;
    std::string_view manager;
    std::string_view archived_on;
    std::optional<Date> last_order;
};

/// The revenue of one contact after the other, without what was cancelled of it.
class RevenueOfOne
{
  public:
    RevenueOfOne(Store& store, const RecipientQuery& wanted);
    Money of(std::int64_t contact_id);

  private:
    Statement ordered_;
    Statement less_cancelled_;                   ///< looks at the lines of each order
    std::unordered_set<std::int64_t> cancelled_; ///< of whom that is needed
};

/// Contacts that the filter takes, by number, whether or not they may be approached.
class RecipientCandidates
{
  public:
    RecipientCandidates(Store& store, const RecipientQuery& wanted);

    /// False when there is none left.
    bool next(RecipientCandidate& candidate);
    /// The revenue of the one read last, if it is wanted.
    std::optional<Money> revenue();

  private:
    std::optional<TypedCondition> where_; ///< what a user typed
    Statement query_;
    std::optional<RevenueOfOne> revenue_;
};

} // namespace crm
