// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/base/tax.hpp"
#include "crm/base/terms.hpp"
#include "crm/contact/sender.hpp"
#include "crm/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// What goes to the customer or supplier on paper: quotes, orders, delivery notes, invoices, credit
// notes, in German or English by the language of the contact, as a business letter of DIN 5008.

enum class PaperKind {
    quote,
    order_confirmation,
    inquiry, ///< a quote asked of a supplier
    purchase_order,
    delivery_note,
    goods_receipt,
    return_note,
    invoice,
    credit_note,
    supplier_invoice, ///< a supplier's, as we booked it
    supplier_credit,
};

/// Goods of one lot.
struct PaperLot {
    std::string lot;
    std::optional<Date> best_before;
    Quantity quantity;
};

struct PaperLine {
    int position = 0;
    std::string sku;
    std::string their_sku;         ///< to a supplier: its own number of the product
    Supply supply = Supply::words; ///< of words what they share the lot of
    std::string text;
    std::string unit;
    Quantity quantity;
    UnitPrice price;
    Rate discount;
    Money net;
    Rate tax_rate;
    TaxCase tax_case = TaxCase::domestic;
    std::optional<Date> delivered_on; ///< on an invoice: the day of the supply (§ 14 UStG)
    std::string delivery;             ///< and its note
    std::vector<PaperLot> lots;       ///< on the note of a delivery: of which the goods are
};

struct PaperTax {
    Rate rate;
    Money net;
    Money tax;
};

struct Paper {
    PaperKind kind = PaperKind::invoice;
    Language language = Language::german;
    bool draft = false; ///< of an order not yet confirmed
    bool copy = false;  ///< of a document of a former system, which had the original
    std::string number;
    Date date;
    Sender sender;
    std::vector<std::string> recipient; ///< the lines of the address
    std::string recipient_vat_id;
    std::string contact_number;
    std::string order;     ///< on what follows from one: its number
    std::string reference; ///< theirs
    std::string buyer_reference;
    std::string clerk; ///< who looks after it
    std::string clerk_phone;
    std::string corrects; ///< on a credit note: the invoice
    std::optional<Date> valid_until;
    std::optional<Date> deliver_by;
    std::optional<Date> due;
    PaymentTerms terms;
    std::string delivery_terms; ///< agreed with the customer
    std::string currency;
    std::string text; ///< words of the order, above the lines
    std::vector<PaperLine> lines;
    std::vector<PaperTax> taxes;
    Money net;
    Money tax;

    [[nodiscard]] Money gross() const { return net + tax; }
    /// Whether it goes to a supplier, or came from one.
    [[nodiscard]] bool of_purchase() const
    {
        return kind == PaperKind::inquiry || kind == PaperKind::purchase_order ||
               kind == PaperKind::goods_receipt || kind == PaperKind::supplier_invoice ||
               kind == PaperKind::supplier_credit;
    }
    /// Delivery notes and the like show goods, not money.
    [[nodiscard]] bool shows_prices() const
    {
        return kind != PaperKind::delivery_note && kind != PaperKind::goods_receipt &&
               kind != PaperKind::return_note;
    }
};

/// The paper of an order, a delivery or a document, by its number; for a contact that is given of
/// its document. Throws not_found; rejected for an invoice or credit note of ours that lacks what §
/// 14 (4) UStG demands. One of a former system goes to the address of today: what it said then,
/// nobody knows.
Paper paper_of(Store& store, std::string_view number, Date today,
               std::optional<std::int64_t> contact_id = std::nullopt);

/// For a terminal, a plain e-mail, a line printer: 78 columns.
std::string paper_text(const Paper& paper);
/// One page of HTML that prints on one clean sheet of A4 with the address in the window.
std::string paper_html(const Paper& paper);

} // namespace crm
