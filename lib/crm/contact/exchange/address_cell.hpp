// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/address.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// An address as a cell of "address.AS": `street|postcode|city|region|country`, empty parts at the
/// end left out. A `|`, `;` or backslash within a part has a backslash before it.
std::string address_cell(const Address& address);

/// The addresses of such a cell, several joined by ';'. Throws rejected for more than five parts, a
/// country that is none, and an address without street, postcode and city.
std::vector<Address> parse_address_cell(std::string_view usage, std::string_view cell);

} // namespace crm
