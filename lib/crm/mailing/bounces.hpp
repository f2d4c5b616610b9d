// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace crm
{

class Store;

/// The mailboxes from which a mailing came back. Nothing goes there again until somebody answered
/// or ordered from there to a later mailing, or its recipient consented anew; a contact with
/// another address is reached at that one.
class Bounces
{
  public:
    /// Reads them, if mailboxes matter on the channel.
    Bounces(Store& store, std::string_view channel);

    /// "e-mail bounced on 2026-06-30"; empty if it did not.
    [[nodiscard]] std::string of(std::string_view email) const;

  private:
    std::unordered_map<std::string, std::string> days_; ///< by address, in lower case
};

} // namespace crm
