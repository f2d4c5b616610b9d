// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "crm/order/order.hpp"

#include <map>
#include <optional>
#include <string>

namespace crm
{

// What follows from the lines of an order. It is kept in the order for lists of a million, and
// proved by `db check`.

/// How far an order is.
struct OrderState {
    OrderStatus status = OrderStatus::draft;
    Progress delivered = Progress::no;
    Progress invoiced = Progress::no;
    bool operator==(const OrderState&) const = default;
};

/// A draft, a quote and what was given up stay what they are. Else: confirmed as long as anything
/// is to come; delivered while anything delivered is not invoiced; invoiced when nothing is left to
/// do; cancelled if nothing of it ever came. `delivered` is yes when something came and nothing is
/// to come any more, `invoiced` when besides that nothing is left to invoice.
OrderState state_of(const Order& order);

/// Says of an order and its lines how they are taxed by what is known of the contact on its day.
void set_tax_cases(Store& store, Order& order);

/// The class of words in an order: that of all its goods and services, else the standard one. What
/// is supplied by the way is taxed as what it belongs to (UStAE 3.10 (5)).
TaxClass words_tax(const Order& order);
/// Gives words this class, unless theirs was said.
void set_words_tax(Order& order);
/// A sentence if words are taxed at the standard rate because goods have several; else nothing.
std::optional<std::string> doubt_about_words(const Order& order);
/// A sentence if lines of words have another class now than they had, without that it was said.
std::optional<std::string> words_taxed_anew(const Order& before, const Order& now);

/// The tax of an order on its day: per rate, from the sum of the lines of that rate.
class OrderTax
{
  public:
    explicit OrderTax(Store& store) : store_(store) {}
    Money operator()(const Order& order);
    /// Of nets by class, all taxed at home.
    Money operator()(const std::map<TaxClass, Money>& nets, Date day);

  private:
    Store& store_;
    std::map<std::pair<Date, TaxClass>, Rate> rates_; ///< at home, looked up once
};

/// The side of its documents: what a sale earns is receivable.
Side side_of(OrderKind kind);

/// What an order promises (a sale) or expects (a purchase), by product: open lines once it is
/// confirmed, nothing if it is only recorded afterwards.
std::map<std::int64_t, Quantity> demand_of(const Order& order);

} // namespace crm
