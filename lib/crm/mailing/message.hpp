// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/sender.hpp"
#include "crm/format/mail_message.hpp"
#include "crm/format/template.hpp"
#include "crm/mailing/frozen.hpp"
#include "crm/mailing/mailing.hpp"
#include "crm/mailing/message_footer.hpp"
#include "crm/mailing/message_template.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// When messages say they were sent.
struct MailTime {
    std::chrono::sys_seconds time;
    int offset = 0; ///< of local time, in minutes east of Greenwich
};

/// Writes the messages of a mailing from a template: one for each recipient. A template may use
/// every key of the recipients' columns, `mailing` (its name), `sender` (name and address of the
/// own company) and `unsubscribe` (where to unsubscribe); days and amounts are written as the
/// language of the recipient wants. A part that the template lacks is made from the other one; each
/// says who sends it and where to unsubscribe, see MessageFooter.
class MessageWriter
{
  public:
    /// Throws usage for a template that is wrong, also for an unknown key; rejected if nobody is
    /// known to send from.
    MessageWriter(Store& store, const Mailing& mailing, std::string_view template_file,
                  MailTime sent);

    /// The message as it is sent (RFC 5322). Throws rejected for an address that no mail can have,
    /// and where nothing is left of the subject.
    [[nodiscard]] std::string message(const Recipient& recipient);

  private:
    MessageWriter(Store& store, const Mailing& mailing, const MessageTemplate& parts,
                  const Sender& own, MailTime sent);

    [[nodiscard]] TemplateValues values_of(const Recipient& recipient, Language language) const;
    [[nodiscard]] std::vector<std::string> links_of(const Recipient& recipient) const;

    Store& store_;
    Mailing mailing_;
    MailTime sent_;
    std::string sender_; ///< name and address of the own company in one line
    MessageFooter footer_;
    std::string from_;
    std::string reply_to_;
    std::vector<Template> links_;
    std::optional<Template> subject_, text_, html_;
};

} // namespace crm
