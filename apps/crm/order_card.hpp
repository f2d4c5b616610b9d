// SPDX-License-Identifier: MIT
#pragma once

#include "crm/card_lines.hpp"
#include "crm/context.hpp"
#include "crm/order/chain.hpp"

#include <string>
#include <vector>

namespace crm
{

/// An order with its whole chain as a card.
std::vector<CardLine> lines_of(const Chain& chain);

/// The same for programs: the order (or, without one, the document), its lines, deliveries and
/// documents.
std::string json_of(const Chain& chain, int indent);

/// Prints what a command made of an order: its number, or with `-f json` the whole chain.
int print_order(Context& ctx, Store& store, const Order& order);
/// Prints what a command made for an order, a delivery or a document: its number, or with `-f json`
/// just that, with the order that it is a link of.
int print_link(Context& ctx, Store& store, const std::string& number);
/// Prints only the chain, and only with `-f json`: for what changes an order and makes none.
int print_changed(Context& ctx, Store& store, const Order& order);

} // namespace crm
