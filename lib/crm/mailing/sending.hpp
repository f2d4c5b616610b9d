// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/frozen.hpp"
#include "crm/mailing/mailing.hpp"

#include <functional>
#include <string>

namespace crm
{

/// A recipient who is not written to any more, and why.
struct LeftOut {
    std::string number;
    std::string name; ///< empty once the person is erased
    std::string reason;
};

/// Hands over the recipients of a mailing, without the control group, who may still be approached
/// on the day: who has blocked the channel since, whatever day that says, was archived or erased,
/// has left the company or was merged into a recipient before them goes to `left_out` instead. Of
/// each the legal basis is the one of when the mailing was made.
void list_sendable(Store& store, const Mailing& mailing, Date day,
                   const std::function<bool(const Frozen&)>& use,
                   const std::function<void(const LeftOut&)>& left_out);

enum class SendingProof {
    handed_out, ///< after a look at consents and blocks
    response,   ///< that is known from a response only
};

/// Records that recipients are written to or called: each once, with an entry of channel `system`
/// in the log of the contact that names the mailing and the legal basis. Works inside the caller's
/// transaction.
class SendingRecorder
{
  public:
    SendingRecorder(Store& store, const Mailing& mailing, LocalTime at);

    /// Does nothing for one who was recorded before; returns whether it was not.
    bool record(const Frozen& recipient, SendingProof proof = SendingProof::handed_out);

  private:
    Store& store_;
    LocalTime at_;
    std::string subject_;
    std::optional<std::int64_t> staff_id_;
    std::int64_t known_consent_;
};

} // namespace crm
