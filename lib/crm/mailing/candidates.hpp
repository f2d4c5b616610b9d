// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/recipients.hpp"
#include "crm/mailing/typed_condition.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

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
    std::optional<Statement> revenue_; ///< of one contact
};

} // namespace crm
