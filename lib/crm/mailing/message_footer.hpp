// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/written.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// What every advertisement has to say: who sends it and where to object (§ 7 UWG, GDPR 21 (4)).
/// Each part of a message is looked at as its reader sees it, and what it does not say is put at
/// its end.
class MessageFooter
{
  public:
    /// Name and address of the sender, a line each.
    explicit MessageFooter(std::vector<std::string> sender);

    void complete_text(std::string& text, std::string_view link, Language language) const;
    void complete_html(std::string& html, std::string_view link, Language language) const;

  private:
    [[nodiscard]] bool names_sender(std::string_view text) const;

    std::vector<std::string> lines_; ///< of the sender, as they are looked for
    std::string sender_;             ///< in one line
};

} // namespace crm
