// SPDX-License-Identifier: MIT
#include "crm/order/journal.hpp"

#include "crm/contact/staff.hpp"
#include "crm/log/entry.hpp"

namespace crm
{

void log_order(Store& store, const Order& order, LocalTime at, std::string subject)
{
    LogEntry entry;
    entry.at = at;
    entry.channel = "system";
    entry.staff_id = acting_staff(store);
    entry.subject = std::move(subject);
    entry.order_id = order.id;
    std::vector<Contact> with;
    if (order.person_id && order.person_id != order.contact_id)
        with.push_back(contact_by_id(store, *order.person_id));
    place_entry(store, entry, contact_by_id(store, order.contact_id), with, std::nullopt);
    add_log_entry(store, entry);
}

} // namespace crm
