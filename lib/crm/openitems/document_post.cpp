// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/terms.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/compulsory.hpp"
#include "crm/openitems/document.hpp"
#include "crm/openitems/parts.hpp"
#include "crm/openitems/personal_account.hpp"
#include "crm/openitems/seller.hpp"
#include "crm/store/closed_period.hpp"
#include "crm/store/number_series.hpp"
#include "crm/store/settings.hpp"

namespace crm
{

namespace
{

Series series_of(Side side, DocumentKind kind)
{
    if (kind != DocumentKind::invoice && kind != DocumentKind::credit)
        return Series::claim;
    if (side == Side::receivable)
        return kind == DocumentKind::invoice ? Series::invoice : Series::credit;
    return kind == DocumentKind::invoice ? Series::supplier_invoice : Series::supplier_credit;
}

/// A number that a document brings is the only one of its contact. Invoices and credit notes of
/// ours, and those of the former system were, have numbers that nobody else's have.
void refuse_taken_number(Store& store, const Document& document)
{
    if (document.number.empty())
        return;
    auto query = store.prepare(R"sql(
        SELECT contact_id FROM document
         WHERE number_key = :key
           AND (contact_id = :contact
                OR :own AND side = 'receivable' AND kind IN ('invoice', 'credit')))sql");
    query.bind(":key", natural_key(document.number))
        .bind(":contact", document.contact_id)
        .bind(":own",
              document.side == Side::receivable && (document.kind == DocumentKind::invoice ||
                                                    document.kind == DocumentKind::credit));
    if (query.step())
        throw error(ErrorKind::rejected, "{} has a document '{}' already",
                    contact_by_id(store, query.integer(0)).name, document.number);
}

/// A supplier's invoice that comes twice is not paid twice.
void refuse_known_reference(Store& store, const Document& document)
{
    if (document.side == Side::receivable || document.reference.empty())
        return;
    auto query = store.prepare(R"sql(
        SELECT d.number, c.name, d.date
          FROM document AS d
          JOIN contact AS c ON c.id = d.contact_id
         WHERE d.contact_id = :contact AND d.side = 'payable' AND d.kind = :kind
           AND lower(d.reference) = lower(:reference))sql");
    query.bind(":contact", document.contact_id)
        .bind(":reference", document.reference)
        .bind(":kind", to_string(document.kind));
    if (!query.step())
        return;
    auto failure = error(ErrorKind::rejected, "'{}' of {} is booked already, as {}",
                         document.reference, query.text(1), query.text(0));
    const auto year = to_string(document.date).substr(0, 4);
    if (query.text(2).starts_with(year))
        throw failure;
    throw std::move(failure).with_hint(
        "if the supplier counts anew each year, say the year, too, as in '{}/{}'",
        document.reference, year);
}

/// Who gets a document. A credit note goes to whom its invoice went; only what that did not know is
/// looked up.
void set_recipient(Store& store, Document& document)
{
    if (!has_address(document)) {
        const auto address = postal_address(store, document.contact_id, document.person_id,
                                            "invoice", document.date);
        document.recipient =
            address.complete ? address.lines : address.lines.substr(0, address.lines.find('\n'));
    }
    if (document.vat_id.empty())
        document.vat_id = read_values(store, document.contact_id).text(Field::vat_id);
}

void complete(Store& store, Document& document)
{
    const bool invoice = document.kind == DocumentKind::invoice;
    if (invoice && document.terms.empty())
        document.terms = usual_terms(store, document.side, document.date);
    if (!document.due)
        document.due =
            document.date +
            std::chrono::days(invoice ? parse_terms(document.terms, Decimal::point).net_days : 0);
    document.taxes =
        document.corrects_id ? taxes_of_credit(store, document) : taxes_of(document.lines);
    document.net = {};
    document.tax = {};
    for (const auto& tax : document.taxes) {
        document.net += tax.net;
        document.tax += tax.tax;
    }
    if (!document.historical) // where the contact was then, nobody knows
        set_recipient(store, document);
}

SeriesNumber take_number(Store& store, Document& document)
{
    if (!document.number.empty())
        return {};
    const auto series = series_of(document.side, document.kind);
    auto taken = next_number(store, series, document.date);
    document.number = taken.number;
    auto query = store.prepare("SELECT 1 FROM document WHERE number_key = :key");
    query.bind(":key", natural_key(document.number));
    if (query.step()) // an import brought it before the pattern was set
        throw number_taken(series, document.number);
    return taken;
}

void insert_head(Store& store, Document& document)
{
    if (document.currency.empty())
        document.currency = setting(store, "currency");
    if (!document.due)
        document.due = document.date;
    const auto taken = take_number(store, document);
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO document (number, number_key, series, series_number, side, kind, order_id,
                              contact_id, person_id, date, due, reference, buyer_reference,
                              currency, tax_case, terms, net, tax_amount, gross,
                              settled_before, corrects_id, claim_id, historical, recipient, vat_id,
                              seller_id, staff_id)
        VALUES (:number, :key, :series, :place, :side, :kind, :order, :contact, :person, :date,
                :due, :reference, :buyer_reference, :currency, :tax_case, :terms, :net, :tax,
                :gross, :before, :corrects, :claim, :historical, :recipient, :vat_id, :seller,
                :staff))sql");
    insert.bind(":number", document.number)
        .bind(":key", natural_key(document.number))
        .bind_or_null(":series", taken.series)
        .bind(":place", taken.series.empty() ? std::nullopt : std::optional(taken.place))
        .bind(":side", to_string(document.side))
        .bind(":kind", to_string(document.kind))
        .bind(":order", document.order_id)
        .bind(":contact", document.contact_id)
        .bind(":person", document.person_id)
        .bind(":date", document.date)
        .bind(":due", document.due)
        .bind_or_null(":reference", document.reference)
        .bind_or_null(":buyer_reference", document.buyer_reference)
        .bind(":currency", document.currency)
        .bind(":tax_case", to_string(document.tax_case))
        .bind_or_null(":terms", document.terms)
        .bind(":net", document.net)
        .bind(":tax", document.tax)
        .bind(":gross", document.gross())
        .bind(":before", document.settled_before)
        .bind(":corrects", document.corrects_id)
        .bind(":claim", document.claim_id)
        .bind(":historical", document.historical)
        .bind_or_null(":recipient", document.recipient)
        .bind_or_null(":vat_id", document.vat_id)
        .bind(":seller", document.seller_id)
        .bind(":staff", acting_staff(store))
        .run();
    document.id = store.last_id();
}

void insert_lines(Store& store, Document& document)
{
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO document_line (document_id, position, order_line_id, delivery_line_id,
                                   corrects_id, product_id, text, unit, quantity, price, discount, net,
                                   tax_rate, tax_case, cost)
        VALUES (:document, :position, :order_line, :delivery_line, :corrects, :product, :text, :unit,
                :quantity, :price, :discount, :net, :rate, :case, :cost))sql");
    int position = 0;
    for (auto& line : document.lines) {
        insert.bind(":document", document.id)
            .bind(":position", ++position)
            .bind(":order_line", line.order_line_id)
            .bind(":delivery_line", line.delivery_line_id)
            .bind(":corrects", line.corrects_id)
            .bind(":product", line.product_id)
            .bind(":text", line.text)
            .bind_or_null(":unit", line.unit)
            .bind(":quantity", line.quantity.thousandths)
            .bind(":price", line.price.ten_thousandths)
            .bind(":discount", line.discount.hundredths)
            .bind(":net", line.net)
            .bind(":rate", line.tax_rate.hundredths)
            .bind_or_null(":case", line.tax_case ? to_string(*line.tax_case) : std::string_view())
            .bind(":cost", line.cost)
            .run();
        line.id = store.last_id();
    }
}

void insert_taxes(Store& store, const Document& document)
{
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO document_tax (document_id, rate, net, tax_amount)
        VALUES (:document, :rate, :net, :tax))sql");
    for (const auto& tax : document.taxes)
        insert.bind(":document", document.id)
            .bind(":rate", tax.rate.hundredths)
            .bind(":net", tax.net)
            .bind(":tax", tax.tax)
            .run();
}

void open_item(Store& store, const Document& document)
{
    personal_account(store, document.contact_id, document.side);
    const auto open = document.opens();
    if (open == Money{})
        return;
    store
        .prepare(R"sql(
            INSERT INTO open_item_index (item_id, contact_id, side, currency, due, open)
            VALUES (:item, :contact, :side, :currency, :due, :open))sql")
        .bind(":item", document.id)
        .bind(":contact", document.contact_id)
        .bind(":side", to_string(document.side))
        .bind(":currency", document.currency)
        .bind(":due", document.due)
        .bind(":open", open)
        .run();
}

} // namespace

std::string usual_terms(Store& store, Side side, Date day)
{
    return setting(store, side == Side::receivable ? "terms.sale" : "terms.purchase", day);
}

Document post_document(Store& store, Document document)
{
    Sellers sellers(store);
    return post_document(store, std::move(document), sellers);
}

Document post_document(Store& store, Document document, Sellers& sellers)
{
    require_open_period(store, document.date); // figures of a closed one are final, old ones too
    if (document.lines.empty())
        throw error(ErrorKind::rejected, "an invoice or credit note has at least one line");
    refuse_taken_number(store, document);
    refuse_known_reference(store, document);
    complete(store, document);
    document.seller_id = sellers.id_for(document);
    insert_head(store, document);
    insert_lines(store, document);
    insert_taxes(store, document);
    if (!document.historical)
        open_item(store, document);
    return document;
}

Document post_plain_document(Store& store, Document document)
{
    require_open_period(store, document.date);
    refuse_taken_number(store, document);
    insert_head(store, document);
    insert_taxes(store, document);
    open_item(store, document);
    return document;
}

std::optional<Date> last_day_of_series(Store& store, Side side, DocumentKind kind, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT date FROM document
         WHERE series = :series
         ORDER BY series_number DESC
         LIMIT 1)sql");
    query.bind(":series", series_name(store, series_of(side, kind), day));
    return query.step() ? query.date(0) : std::nullopt;
}

} // namespace crm
