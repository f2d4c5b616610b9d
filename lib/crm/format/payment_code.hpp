// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"

#include <string>
#include <string_view>

namespace crm
{

/// A credit transfer in euro that a customer's banking app fills in from a picture.
struct TransferCode {
    std::string name; ///< who gets it
    std::string iban;
    std::string bic; ///< may be empty
    Money amount;
    std::string text; ///< of the remittance, cut to 140 characters
};

/// Whether the amount is one that the code can carry: 0.01 to 999999999.99.
bool fits_transfer_code(Money amount);

/// The data of the code by the guideline EPC069-12, version 002: UTF-8, a line a field.
std::string transfer_code_text(const TransferCode& code);

/// A QR code of a text as an SVG picture of black modules with its quiet zone, error correction M
/// as EPC069-12 asks. Throws io when the library is not installed.
std::string qr_svg(std::string_view text);

} // namespace crm
