// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/written.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// The own company, as the head and the foot of the sheet show it.
struct Sender {
    std::vector<std::string> address; ///< name first
    bool complete = false;            ///< it names a street or box and a town
    std::string phone;
    std::string email;
    std::string web;
    std::string vat_id;
    std::string tax_number;
    std::string commercial_register;
    std::string iban;
    std::string bic;
};

Sender own_sender(Store& store, Date day);
/// Bank account, tax numbers and register, for the foot.
std::vector<std::string> sender_foot(const Sender& sender, Language language);

/// German to those who speak it, or of whom we do not know and who live where it is spoken.
Language language_of(Store& store, std::int64_t contact_id);

/// The lines of a text, as postal_address() joins them.
std::vector<std::string> lines_of(std::string_view text);

} // namespace crm
