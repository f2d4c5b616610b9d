// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "crm/openitems/dunning/interest.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// An open item of a customer that is overdue, is a credit or a claim for late payment, with what
/// is known of its reminders on the key date.
struct DunningCandidate {
    std::int64_t item_id = 0; ///< of a document its id, of a payment its id below 0
    std::string number;
    std::string kind; ///< of a document, or payment
    Date date;
    Date due;
    Money open;
    Money principal; ///< what was owed on the due day
    std::optional<std::int64_t> claim_id;
    bool held = false; ///< blocked or promised
    int level = 0;     ///< of the last reminder
    std::optional<Date> first_reminder;
    std::optional<Date> last_reminder;
    Money claimed_interest; ///< not counting what was taken back
    Money paid_interest;
    bool lumpsum_claimed = false;
    std::vector<PrincipalChange> changes; ///< what settled it, up to the day
};

/// All candidates of a contact in one currency, by due day and number.
struct DunningAccount {
    std::int64_t contact_id = 0; ///< who looks after the account now, after a merge
    std::string contact_number;
    std::string contact;
    bool business = true;
    std::string currency;
    std::vector<DunningCandidate> items;
};

/// Reads them account by account, by contact and currency, all in one pass.
class DunningAccounts
{
  public:
    DunningAccounts(Store& store, Date key_date, std::optional<std::int64_t> contact_id);

    /// The next account; nothing at the end.
    const DunningAccount* next();

  private:
    void read_item();
    void read_changes(DunningCandidate& item);

    Date key_date_;
    Statement query_;
    Statement changes_;
    bool more_;
    DunningAccount account_;
};

} // namespace crm
