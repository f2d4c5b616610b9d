// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/manager.hpp"
#include "crm/openitems/list.hpp"

#include <unordered_map>

namespace crm
{

/// Looks up what a list of open items says of each contact. What costs a query is kept as long as
/// the next contact is the same, so a list by contact asks once for each.
class ItemContacts
{
  public:
    ItemContacts(Store& store, Date key_date);

    const ItemContact& of(std::int64_t contact_id);
    /// The manager of the contact asked for last.
    [[nodiscard]] std::optional<std::int64_t> manager_id() const { return manager_id_; }

  private:
    void read_person();
    void read_contact();
    void read_manager();
    [[nodiscard]] std::string conditions() const;

    Store& store_;
    Date key_date_;
    Statement person_;
    Statement contact_;
    bool any_person_; ///< nobody is asked for where there is none at all
    bool any_conditions_;
    std::unordered_map<std::int64_t, ManagerInfo> managers_;
    std::int64_t contact_id_ = 0; ///< whose these are
    std::optional<std::int64_t> manager_id_;
    ItemContact found_;
};

} // namespace crm
