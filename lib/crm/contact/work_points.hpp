// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <string>

namespace crm
{

/// What stays the own phone and e-mail of somebody who leaves, where none at work was recorded: it
/// may have been the one at work.
struct StayingPoints {
    std::string phones;
    std::string emails;
};

/// Phone and e-mail at work belong to the employment. Makes those among a person's own the
/// employment's that are plainly the company's: numbers that continue the company's, typed as
/// `9876-0`, by at most six digits, and addresses in the domain of its e-mail or web site. Keeps
/// the search index. Works inside the caller's transaction.
StayingPoints give_back_work_points(Store& store, std::int64_t employment_id);

} // namespace crm
