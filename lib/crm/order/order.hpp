// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/base/tax.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// Sales and purchases, with one logic: quote or draft, confirmed, delivered in parts, invoiced in
// parts. Only a confirmed order binds, reserves and counts.

enum class OrderKind { sale, purchase };

enum class OrderStatus {
    draft,
    quote,
    accepted, ///< a quote that became an order, which refers back to it
    lost,
    confirmed,
    delivered, ///< whole, or nothing of it is to come any more
    invoiced,  ///< whole
    cancelled, ///< nothing of it was delivered
};

/// How much of it: the keys `no`, `part`, `yes`.
enum class Progress { no, part, yes };

std::string_view to_string(OrderKind kind);
std::string_view to_string(OrderStatus status);
std::string_view to_string(Progress progress);
std::span<const std::string_view> order_kinds();
std::span<const std::string_view> order_statuses();
/// Throw usage for anything else, naming the choices.
OrderKind parse_order_kind(std::string_view text);
OrderStatus parse_order_status(std::string_view text);
Progress parse_progress(std::string_view text);

struct OrderLine {
    std::int64_t id = 0;
    int position = 0;
    std::optional<std::int64_t> product_id; ///< without one: words, freight
    std::string sku;
    std::string text;
    std::string unit;
    Quantity quantity;
    UnitPrice price;
    Rate discount;
    Money net; ///< line_net()
    TaxClass tax = TaxClass::standard;
    bool tax_given = false; ///< of words: it was said, and does not follow the goods
    Supply supply = Supply::words;
    std::optional<TaxCase> tax_case; ///< where it is not that of the order
    std::string
        condition; ///< why this price: `discount 10% group Hydraulik #3`, `price list`, `given`
    Quantity delivered; ///< returns deducted
    Quantity returned;
    Quantity cancelled;
    Quantity invoiced; ///< credits deducted
    Quantity credited; ///< given back as money without the goods

    /// What is still to be delivered.
    [[nodiscard]] Quantity open() const { return quantity - delivered - returned - cancelled; }
};

struct Order {
    std::int64_t id = 0;
    std::string number;
    OrderKind kind = OrderKind::sale;
    OrderStatus status = OrderStatus::draft;
    std::int64_t contact_id = 0;
    std::optional<std::int64_t> person_id;
    std::optional<std::int64_t> manager_id;
    Date date;
    std::optional<Date> valid_until; ///< of a quote
    std::optional<Date> deliver_by;
    std::optional<Date> confirmed_on;
    std::string reference;
    std::string buyer_reference;
    std::string text;
    std::string currency;
    /// Of the goods, of services if there are no goods; follows from the contact on the day of the
    /// order as long as lines may change.
    TaxCase tax_case = TaxCase::domestic;
    std::string terms; ///< agreed, else the usual ones; a draft is without them
    Money net;         ///< the sum of its lines'
    Money tax;         ///< per rate on the day of the order
    Progress delivered = Progress::no;
    Progress invoiced = Progress::no;
    std::optional<std::int64_t> quote_id; ///< the quote that it was
    std::string reason;                   ///< why it was lost or cancelled
    bool historical = false;
    std::vector<OrderLine> lines;

    [[nodiscard]] Money gross() const { return net + tax; }
    [[nodiscard]] TaxCase case_of(const OrderLine& line) const
    {
        return line.tax_case.value_or(tax_case);
    }
};

/// Whether such an order counts as one: more than a draft or quote, and not given up.
bool binds(OrderStatus status);
/// Whether it is in another currency than the books, whose prices, costs and limits say nothing
/// then.
bool is_foreign(Store& store, const Order& order);
/// Whether its lines may still be changed.
bool is_open_to_change(OrderStatus status);

/// With its lines. By number, its case ignored; throws not_found with those that begin alike.
Order order_by_number(Store& store, std::string_view number);
Order order_by_id(Store& store, std::int64_t id);
/// The id of the order with that number.
std::optional<std::int64_t> find_order(Store& store, std::string_view number);
/// The line at a position. Throws not_found.
OrderLine& line_at(Order& order, int position);

// The following work inside the caller's transaction.

/// Records a new order with its lines, as update_order does. Without a number it takes the next of
/// its series; one with a number belongs to none, and is rejected if the number is taken.
void insert_order(Store& store, Order& order);

/// Writes what the lines say into the order: counters of each line, sums, progress and status, what
/// is reserved or on order, and when the contact last ordered. Lines without an id are new ones;
/// while it is a draft or quote, lines may change and vanish. Every change of an order ends here.
void update_order(Store& store, Order& order);

/// Works out anew when a contact last ordered and was ordered from.
void recompute_last_orders(Store& store, std::int64_t contact_id);

} // namespace crm
