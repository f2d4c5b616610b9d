// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/base/tax.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// Posted documents: invoices and credit notes, ours and suppliers'; claims for late payment;
// opening items of a former system. They never change; a credit note corrects one.

enum class Side { receivable, payable };
enum class DocumentKind { invoice, credit, fee, interest, lumpsum, opening };

std::string_view to_string(Side side);
std::string_view to_string(DocumentKind kind);
/// Throws usage for anything else, naming the two.
Side parse_side(std::string_view text);
/// The kind with that key, which must be one.
DocumentKind document_kind(std::string_view key);

struct DocumentLine {
    std::int64_t id = 0;
    std::optional<std::int64_t> order_line_id;
    std::optional<std::int64_t> delivery_line_id;
    std::optional<std::int64_t> corrects_id; ///< the line of the invoice that a credit gives back
    std::optional<std::int64_t> product_id;
    std::string text;
    std::string unit;
    Quantity quantity;
    UnitPrice price;
    Rate discount;
    Money net;                       ///< as line_net() rounds it, of a part see parts.hpp
    Rate tax_rate;                   ///< of the day of the delivery
    std::optional<TaxCase> tax_case; ///< where it is not that of the document
    std::optional<Money> cost;       ///< of the goods, frozen at delivery; nothing: not known
};

/// The tax of one rate, from the sum of its lines (invariant 2).
struct DocumentTax {
    Rate rate;
    Money net;
    Money tax; ///< a credit note that completes an invoice takes what is left, see parts.hpp
};

struct Document {
    std::int64_t id = 0;
    std::string number; ///< empty in a new one of ours: it takes the next of its series
    Side side = Side::receivable;
    DocumentKind kind = DocumentKind::invoice;
    std::optional<std::int64_t> order_id;
    std::int64_t contact_id = 0;
    std::optional<std::int64_t> person_id;
    Date date;
    std::optional<Date> due; ///< without it: from the terms
    std::string reference;
    std::string buyer_reference;
    std::string currency;
    TaxCase tax_case = TaxCase::domestic; ///< of the goods, of services if there are no goods
    std::string terms;
    std::optional<std::int64_t> corrects_id;
    std::optional<std::int64_t> claim_id; ///< whose late payment a claim is for
    Money settled_before;                 ///< of an opening item, in the former system
    bool historical = false;              ///< opens no item
    std::vector<DocumentLine> lines;
    // What posting works out:
    std::vector<DocumentTax> taxes; ///< by falling rate
    Money net;
    Money tax;
    /// Name and address on the day it was posted, a line each; the name alone if the address was
    /// not complete.
    std::string recipient;
    std::string vat_id;                    ///< the recipient's
    std::optional<std::int64_t> seller_id; ///< of ours: what it says of the own company

    [[nodiscard]] Money gross() const { return net + tax; }
    [[nodiscard]] TaxCase case_of(const DocumentLine& line) const
    {
        return line.tax_case.value_or(tax_case);
    }
    /// What it opens with: below 0 if it is owed to the other side.
    [[nodiscard]] Money opens() const
    {
        return (kind == DocumentKind::credit ? -gross() : gross()) - settled_before;
    }
};

class Sellers;

/// The terms of payment of whoever agreed none, on a day.
std::string usual_terms(Store& store, Side side, Date day);

/// The rate of a class on a day: nothing unless taxed at home.
Rate tax_rate(Store& store, TaxClass tax, TaxCase tax_case, Date day);
/// What says how trade with a contact is taxed: goods by where they go (the delivery address of a
/// customer, else its country) or come from, services by the country of a business, to a consumer
/// at home (§ 3a (1), (2) UStG), and both by the VAT ID.
struct TaxFacts {
    std::string goods;    ///< two-letter code of where they go or come from; empty: at home
    std::string services; ///< the same of where they are taxed
    std::string vat_id;   ///< if any of these is abroad

    [[nodiscard]] bool abroad() const { return !goods.empty() || !services.empty(); }
};

/// These on a side and a day (else today).
TaxFacts tax_facts_of(Store& store, std::int64_t contact_id, Side side,
                      std::optional<Date> day = std::nullopt);
/// How trade is taxed by them on the day. Nobody in another EU state without a VAT ID from abroad
/// is a business that pays the tax there (§ 6a (1) no. 4 UStG).
TaxCases tax_cases_of(Store& store, const TaxFacts& facts, std::optional<Date> day);
/// The same by the facts of the day.
TaxCases tax_cases_of(Store& store, std::int64_t contact_id, Side side,
                      std::optional<Date> day = std::nullopt);
/// Per rate, rounded once from the sum of the lines of that rate.
std::vector<DocumentTax> taxes_of(const std::vector<DocumentLine>& lines);

/// Posts a document inside the caller's transaction, which opens its item, and returns it as it is
/// recorded, with id, number, due date, taxes and recipient. Rejected: no lines; a number that the
/// contact has already (of the supplier, a reference that is booked already).
Document post_document(Store& store, Document document);
/// For many, the same with what is known of the own company.
Document post_document(Store& store, Document document, Sellers& sellers);

/// The same for a document without lines: a claim, whose amount is `net` (damages bear no tax,
/// german-practice.md 3.3), or an opening item, whose `net`, `tax` and `taxes` are given.
Document post_plain_document(Store& store, Document document);

/// With its lines and taxes. Throws not_found.
Document document_by_id(Store& store, std::int64_t id);
/// The id of the one document with that number, among those of a contact and what was merged into
/// it if one is given; not_found with the candidates if there are several.
std::int64_t document_id_by_number(Store& store, std::string_view number,
                                   std::optional<std::int64_t> contact_id = std::nullopt);
/// By number; not_found with the candidates if several contacts' documents have it.
Document document_by_number(Store& store, std::string_view number);

/// The day of the last document that the series of a new one has given a number to.
std::optional<Date> last_day_of_series(Store& store, Side side, DocumentKind kind, Date day);

/// What is open of a contact, credits and unallocated payments deducted, in the currency of the
/// books, and what of it was due before a day.
struct Balance {
    Money open;
    Money overdue;
};

Balance balance_of(Store& store, std::int64_t contact_id, Side side, Date day);
/// The first part of it alone.
Money open_amount(Store& store, std::int64_t contact_id, Side side);
/// The same in every currency in which anything is open.
std::map<std::string, Money> open_amounts(Store& store, std::int64_t contact_id, Side side);

} // namespace crm
