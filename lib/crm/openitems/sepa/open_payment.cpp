// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/open_payment.hpp"

#include "crm/openitems/skonto_base.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr const char* select_open = R"sql(
    SELECT d.id, d.number, d.reference, d.kind, d.date, d.due, d.currency, d.terms, d.gross, i.open,
           c.id, c.number, c.name, c.iban, c.bic, c.street, c.postcode, c.city, c.country,
           c.language
      FROM open_item_index AS i
      JOIN document AS d ON d.id = i.item_id
      JOIN contact AS o ON o.id = d.contact_id
      JOIN contact AS c ON c.id = coalesce(o.merged_into_id, o.id)
     WHERE i.side = :side AND i.open > 0
     ORDER BY c.number_key, i.due, d.number_key, d.id)sql";

SepaParty party_of(const Statement& query)
{
    SepaParty party;
    party.number = query.text(11);
    party.name = query.text(12);
    party.iban = query.text(13);
    party.bic = query.text(14);
    party.street = query.text(15);
    party.postcode = query.text(16);
    party.city = query.text(17);
    party.country = query.text(18);
    party.language = query.text(19);
    return party;
}

OpenPayment read(const Statement& query, SkontoBase& base)
{
    OpenPayment item;
    auto& p = item.payment;
    p.document_id = query.integer(0);
    p.document = query.text(1);
    p.reference = query.text(2);
    item.kind = document_kind(query.text(3));
    p.document_date = query.date(4).value_or(Date{});
    p.due = query.date(5).value_or(p.document_date);
    item.currency = query.text(6);
    p.open = query.money(9);
    p.contact_id = query.integer(10);
    p.party = party_of(query);
    if (!query.text(7).empty())
        item.steps = skonto_steps_of(query.text(7), p.document_date,
                                     base.of(p.document_id, query.money(8), p.open));
    return item;
}

/// Takes off what a file pays already; what is left of such a document has had its discount.
void deduct(OpenPayment& item, const Pending& pending)
{
    item.pending = pending;
    item.payment.open -= pending.amount + pending.skonto;
    item.steps.clear();
}

} // namespace

void for_each_open_payment(Store& store, Side side,
                           const std::unordered_map<std::int64_t, Pending>& pending,
                           const std::function<void(OpenPayment)>& use)
{
    SkontoBase base(store, std::nullopt, std::nullopt);
    base.expect_many();
    auto query = store.prepare(select_open);
    query.bind(":side", to_string(side));
    while (query.step()) {
        auto item = read(query, base);
        if (const auto under_way = pending.find(item.payment.document_id);
            under_way != pending.end())
            deduct(item, under_way->second);
        std::erase_if(item.steps,
                      [&](const SkontoStep& step) { return step.amount >= item.payment.open; });
        use(std::move(item));
    }
}

} // namespace crm
