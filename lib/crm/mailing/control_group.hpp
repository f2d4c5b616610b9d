// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/recipients.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace crm
{

/// Which customer a recipient is: the company, or the private person.
std::int64_t customer_of(const Recipient& recipient);

/// Who is not written to, so that the others can be compared with somebody; see create_mailing().
class ControlGroup
{
  public:
    /// With a share of nothing nobody is looked up.
    ControlGroup(Store& store, std::string_view mailing, Rate share, const RecipientQuery& query);
    [[nodiscard]] bool contains(const Recipient& recipient) const;

  private:
    std::unordered_set<std::int64_t> customers_;
};

} // namespace crm
