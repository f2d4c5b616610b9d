// SPDX-License-Identifier: MIT
#include "crm/openitems/document.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 6> document_kinds = {"invoice",  "credit",  "fee",
                                                            "interest", "lumpsum", "opening"};

Document read_head(const Statement& query)
{
    Document d;
    d.id = query.integer(0);
    d.number = query.string(1);
    d.side = parse_side(query.text(2));
    d.kind = document_kind(query.text(3));
    d.order_id = query.optional_integer(4);
    d.contact_id = query.integer(5);
    d.person_id = query.optional_integer(6);
    d.date = query.date(7).value_or(Date{});
    d.due = query.date(8);
    d.reference = query.string(9);
    d.buyer_reference = query.string(10);
    d.currency = query.string(11);
    d.tax_case = tax_case(query.text(12)).value_or(TaxCase::domestic);
    d.terms = query.string(13);
    d.corrects_id = query.optional_integer(14);
    d.historical = query.boolean(15);
    d.net = query.money(16);
    d.tax = query.money(17);
    d.recipient = query.string(18);
    d.vat_id = query.string(19);
    d.claim_id = query.optional_integer(20);
    d.settled_before = query.money(21);
    d.seller_id = query.optional_integer(22);
    return d;
}

std::vector<DocumentLine> lines_of(Store& store, std::int64_t document_id)
{
    auto query = store.prepare(R"sql(
        SELECT id, order_line_id, delivery_line_id, product_id, text, unit, quantity, price,
               discount, net, tax_rate, cost, corrects_id, tax_case
          FROM document_line
         WHERE document_id = :document
         ORDER BY position)sql");
    query.bind(":document", document_id);
    std::vector<DocumentLine> lines;
    while (query.step()) {
        auto& line = lines.emplace_back();
        line.id = query.integer(0);
        line.order_line_id = query.optional_integer(1);
        line.delivery_line_id = query.optional_integer(2);
        line.product_id = query.optional_integer(3);
        line.text = query.string(4);
        line.unit = query.string(5);
        line.quantity = {query.integer(6)};
        line.price = {query.integer(7)};
        line.discount = {query.integer(8)};
        line.net = query.money(9);
        line.tax_rate = {query.integer(10)};
        if (!query.is_null(11))
            line.cost = query.money(11);
        line.corrects_id = query.optional_integer(12);
        line.tax_case = tax_case(query.text(13));
    }
    return lines;
}

std::vector<DocumentTax> stored_taxes(Store& store, std::int64_t document_id)
{
    auto query = store.prepare(R"sql(
        SELECT rate, net, tax_amount FROM document_tax WHERE document_id = :document
         ORDER BY rate DESC)sql");
    query.bind(":document", document_id);
    std::vector<DocumentTax> taxes;
    while (query.step())
        taxes.push_back({{query.integer(0)}, query.money(1), query.money(2)});
    return taxes;
}

} // namespace

std::string_view to_string(Side side)
{
    return side == Side::receivable ? "receivable" : "payable";
}

std::string_view to_string(DocumentKind kind)
{
    return document_kinds[static_cast<std::size_t>(kind)];
}

DocumentKind document_kind(std::string_view key)
{
    const auto found = std::ranges::find(document_kinds, key);
    return static_cast<DocumentKind>(found - document_kinds.begin());
}

Side parse_side(std::string_view text)
{
    if (text == "receivable")
        return Side::receivable;
    if (text == "payable")
        return Side::payable;
    throw error(ErrorKind::usage, "'{}' is no side of the books", text)
        .with_hint("one of: receivable, payable");
}

Document document_by_id(Store& store, std::int64_t id)
{
    auto query = store.prepare(R"sql(
        SELECT id, number, side, kind, order_id, contact_id, person_id, date, due, reference,
               buyer_reference, currency, tax_case, terms, corrects_id, historical, net,
               tax_amount, recipient, vat_id, claim_id, settled_before, seller_id
          FROM document
         WHERE id = :id)sql");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no document with the id {}", id);
    auto document = read_head(query);
    document.lines = lines_of(store, id);
    document.taxes = stored_taxes(store, id);
    return document;
}

std::int64_t document_id_by_number(Store& store, std::string_view number,
                                   std::optional<std::int64_t> contact_id)
{
    auto query = store.prepare(R"sql(
        SELECT d.id, d.number, d.kind, d.date, c.number, c.name
          FROM document AS d
          JOIN contact AS c ON c.id = d.contact_id
         WHERE d.number_key = :key
           AND (:contact IS NULL OR :contact IN (c.id, c.merged_into_id))
         ORDER BY d.id)sql");
    query.bind(":key", natural_key(trim(number))).bind(":contact", contact_id);
    std::vector<std::int64_t> ids;
    std::vector<std::string> candidates;
    while (query.step()) {
        ids.push_back(query.integer(0));
        candidates.push_back(fmt::format("{} {} {} {} {}", query.text(1), query.text(2),
                                         query.text(3), query.text(4), query.text(5)));
    }
    if (ids.empty())
        throw error(ErrorKind::not_found, "there is no invoice or credit note '{}'", number);
    if (ids.size() > 1)
        throw error(ErrorKind::not_found, "several documents have the number '{}'", number)
            .with_candidates(std::move(candidates));
    return ids.front();
}

Document document_by_number(Store& store, std::string_view number)
{
    return document_by_id(store, document_id_by_number(store, number));
}

Balance balance_of(Store& store, std::int64_t contact_id, Side side, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(sum(open), 0), coalesce(sum(open) FILTER (WHERE due < :day), 0)
          FROM open_item_index
         WHERE contact_id IN (SELECT id FROM contact
                               WHERE id = :contact OR merged_into_id = :contact)
           AND side = :side AND currency = :currency)sql");
    query.bind(":contact", contact_id)
        .bind(":day", day)
        .bind(":side", to_string(side))
        .bind(":currency", setting(store, "currency"));
    query.step();
    return {query.money(0), query.money(1)};
}

std::map<std::string, Money> open_amounts(Store& store, std::int64_t contact_id, Side side)
{
    auto query = store.prepare(R"sql(
        SELECT currency, sum(open)
          FROM open_item_index
         WHERE contact_id IN (SELECT id FROM contact
                               WHERE id = :contact OR merged_into_id = :contact)
           AND side = :side
         GROUP BY currency)sql");
    query.bind(":contact", contact_id).bind(":side", to_string(side));
    std::map<std::string, Money> amounts;
    while (query.step())
        amounts[query.string(0)] = query.money(1);
    return amounts;
}

Money open_amount(Store& store, std::int64_t contact_id, Side side)
{
    return balance_of(store, contact_id, side, Date{}).open;
}

} // namespace crm
