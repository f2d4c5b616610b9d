// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/payment.hpp"
#include "crm/store/store.hpp"

#include <optional>
#include <string>
#include <unordered_set>

namespace crm
{

/// A row of a file of payments: what is to be paid, and what of that the row itself says.
struct RowOfPayment {
    const Payer& payer; ///< with its currency
    bool dated;         ///< not the day of the import
    bool sided;         ///< not the usual side of the contact
};

/// A payment that an earlier import made of the same row.
struct KnownPayment {
    std::string number;
    bool reversed = false;
};

/// What files of payments brought. An export is often cumulative: a row of an earlier file, with
/// the same document or contact, day, amount and reference, is the same payment, also if that was
/// reversed; two equal rows of one file are two payments, so each earlier one explains one row.
class ImportedPayments
{
  public:
    /// Begins a new import; inside the caller's transaction.
    explicit ImportedPayments(Store& store);

    [[nodiscard]] std::int64_t import_id() const { return import_id_; }
    /// The payment that an earlier import made of this row, if no row before it was explained by
    /// it.
    std::optional<KnownPayment> take_known(const RowOfPayment& row);
    /// Keeps what row a payment of this import comes from.
    void remember(const RowOfPayment& row, std::int64_t payment_id);

  private:
    Statement of_document_;
    Statement of_contact_;
    Statement insert_;
    std::int64_t import_id_;
    std::unordered_set<std::int64_t> taken_; ///< payments that explained a row
};

} // namespace crm
