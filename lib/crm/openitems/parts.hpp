// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <vector>

namespace crm
{

// A line is invoiced in parts, and an invoice credited in parts. Each part would be rounded for
// itself; what is rounded instead is the sum up to it, so that the parts come to the whole.

/// What of a line there was in parts so far.
struct LinePart {
    Quantity quantity;
    Money net;
};

/// The net of a further part of a line of an order: what is invoiced, credits deducted, is with it
/// as line_net() rounds it. Never below 0.
Money invoiced_net(const LinePart& before, Quantity part, UnitPrice price, Rate discount);

/// The net of a further part of a line of an invoice that is credited. Never more than is left; the
/// part that completes the line takes all that is left.
Money credited_net(const LinePart& line, const LinePart& before, Quantity part, UnitPrice price,
                   Rate discount);

/// The tax of a net that is credited, of an invoice's tax of one rate of which something may be
/// credited before. Never more than is left; what completes the net takes all that is left.
Money credited_tax(const DocumentTax& invoiced, const DocumentTax& before, Money net);

/// The taxes of a new credit note on an invoice.
std::vector<DocumentTax> taxes_of_credit(Store& store, const Document& credit);

} // namespace crm
