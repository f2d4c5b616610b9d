// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/recipients.hpp"

#include <cstdint>
#include <vector>

namespace crm
{

/// The conditions that are about the person where each person is a recipient: a tag may be theirs
/// or their company's, and what counts is whether they themselves were written to.
class PersonFilter
{
  public:
    PersonFilter(Store& store, const RecipientQuery& wanted);

    /// With the id of the company at which the person is approached, or the person's own again.
    [[nodiscard]] bool takes(std::int64_t person_id, std::int64_t company_id) const;

  private:
    using Ids = std::vector<bool>;
    std::vector<Ids> tagged_;
    std::vector<Ids> not_tagged_;
    Ids mailed_;
};

} // namespace crm
