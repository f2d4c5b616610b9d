// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace crm
{

/// The last contact that was had with somebody.
struct LastTalk {
    Date day;
    std::string staff; ///< name of who had it
    std::string subject;
};

/// Of a contact up to a day; if there was none, of the company (0: none) that it is asked
/// for at. Notes and what the program recorded do not count.
std::optional<LastTalk> last_talk(Store& store, std::int64_t contact_id, std::int64_t company_id,
                                  Date today);

} // namespace crm
