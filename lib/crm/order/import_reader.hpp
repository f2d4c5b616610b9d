// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/import_references.hpp"
#include "crm/contact/sender.hpp"
#include "crm/order/import_group.hpp"
#include "crm/order/order.hpp"
#include "crm/stock/product.hpp"
#include "crm/store/number_series.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// An order as the rows of a file tell it.
struct ImportedOrder {
    Order order;
    std::optional<Date> delivered_on;
    std::optional<Date> invoiced_on;
    std::string document; ///< number that the former system gave, if any
    std::optional<Date> due;
};

/// What is odd about the days of an order, in sentences.
std::vector<std::string> doubts_about_days(const ImportedOrder& imported, Date today);

/// Understands the rows of orders.
class OrderReader
{
  public:
    OrderReader(Store& store, const OrderImportOptions& options);

    /// Throws rejected, usage or not_found for what cannot be: an unknown contact, product or staff
    /// member, a number of an own series, a day before that of the order.
    ImportedOrder read(const OrderRows& rows);

  private:
    void read_head(ImportedOrder& imported, const OrderRows& rows);
    void read_days(ImportedOrder& imported, const OrderRows& rows);
    OrderLine read_line(const Order& order, const KeyedRow& row);
    void add_freight(Order& order, const OrderRows& rows);
    const char* freight_to(std::int64_t contact_id);
    const Product& product(std::string_view sku);
    std::optional<Date> day(std::string_view typed) const;

    Store& store_;
    const OrderImportOptions& options_;
    OwnNumbers own_numbers_;
    ImportReferences references_;
    std::unordered_map<std::string, const Product*> skus_; ///< as they are written
    std::unordered_map<std::int64_t, Product> products_;
    std::unordered_map<std::int64_t, Language> languages_; ///< of contacts
};

} // namespace crm
