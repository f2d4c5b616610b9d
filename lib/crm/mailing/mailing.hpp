// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/recipients.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

/// A mailing: recipients who were chosen once and stay as they were then.
struct Mailing {
    std::int64_t id = 0;
    std::string name;
    std::string channel;
    Per per = Per::company;
    std::string filter; ///< the words that chose the recipients
    std::optional<Money> cost;
    Rate control; ///< the share that is not written to, to compare with
    LocalTime at;
    std::string staff; ///< code of who made it
};

struct NewMailing {
    std::string name;
    std::string filter; ///< the words of query.filter
    RecipientQuery query;
    std::optional<Money> cost;
    Rate control;
};

/// Freezes whom the query finds, inside the caller's transaction, and returns the id of the
/// mailing. The control group is that share of the customers whose checksums with the name of the
/// mailing are the smallest, rounded half up; the people of a company are one customer. So it is
/// the same whenever it is drawn, and another one in each mailing. Throws rejected for a name that
/// is taken or empty, a share that is not below 100 %, a share or a cost below 0, and when the
/// query finds nobody.
std::int64_t create_mailing(Store& store, const NewMailing& wanted, LocalTime at);

/// By its name, case ignored. Throws not_found, with the names there are.
Mailing mailing_by_name(Store& store, std::string_view name);

/// A mailing and how far it is.
struct MailingState {
    Mailing mailing;
    std::int64_t recipients = 0; ///< without the control group
    std::int64_t control = 0;
    std::int64_t sent = 0;
    std::int64_t replied = 0; ///< recipients of whom it was recorded, as those that follow
    std::int64_t bounced = 0;
    std::int64_t unsubscribed = 0;
};

std::span<const Column<MailingState>> mailing_columns();
/// Newest first.
void list_mailings(Store& store, const std::function<bool(const MailingState&)>& use);
MailingState mailing_state(Store& store, std::int64_t id);

} // namespace crm
