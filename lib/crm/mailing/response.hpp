// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/mailing.hpp"

#include <span>
#include <string_view>

namespace crm
{

/// What may come of a mailing: replied, bounced, unsubscribed, ordered.
std::span<const std::string_view> responses();
/// Throws usage for any other word, with the choices.
void check_response(std::string_view word);

/// Records a response of `contact`, who is a recipient or the company of one; returns false if it
/// was recorded before. One that unsubscribes has the channel blocked, at `contact` itself, with
/// the mailing as the source. A response proves that the recipient was written to: where that is
/// not recorded yet, it is now. Rejected for the control group; throws not_found for somebody who
/// is no recipient, and for a company of which several people are, naming them; only if the company
/// unsubscribes, all of them do. Works inside the caller's transaction.
bool respond(Store& store, const Mailing& mailing, const Contact& contact, std::string_view word,
             LocalTime at);

} // namespace crm
