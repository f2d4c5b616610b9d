// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/datev_abroad.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct Part {
    TaxCase tax_case = TaxCase::domestic;
    Supply supply = Supply::goods;
    TaxClass tax = TaxClass::standard;
    Money net;
};

/// What words share the lot of: that of the whole order, whatever part of it the document is about.
Supply main_supply_of(Store& store, std::int64_t document_id)
{
    auto query = store.prepare(R"sql(
        SELECT max(p.stock)
          FROM document AS d
          JOIN order_line AS l ON l.order_id = d.order_id
          JOIN products AS p ON p.id = l.product_id
         WHERE d.id = :document)sql");
    query.bind(":document", document_id).step();
    return query.is_null(0) || query.boolean(0) ? Supply::goods : Supply::service;
}

std::vector<Part> parts_of(Store& store, std::int64_t document_id)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(l.tax_case, d.tax_case), p.stock, coalesce(o.tax, 'standard'), sum(l.net)
          FROM document_line AS l
          JOIN document AS d ON d.id = l.document_id
          LEFT JOIN order_line AS o ON o.id = l.order_line_id
          LEFT JOIN products AS p ON p.id = l.product_id
         WHERE l.document_id = :document AND l.tax_rate = 0
         GROUP BY 1, 2, 3
        HAVING sum(l.net) <> 0
         ORDER BY 1, 3, 2)sql");
    query.bind(":document", document_id);
    std::vector<Part> parts;
    while (query.step()) {
        const auto supply = query.is_null(1)   ? Supply::words
                            : query.boolean(1) ? Supply::goods
                                               : Supply::service;
        parts.push_back({tax_case(query.text(0)).value_or(TaxCase::domestic), supply,
                         tax_class(query.text(2)).value_or(TaxClass::standard), query.money(3)});
    }
    if (parts.empty()) // an opening item has no lines
        parts.push_back({.net = Money{1}});
    for (auto& part : parts)
        if (part.supply == Supply::words)
            part.supply = main_supply_of(store, document_id);
    return parts;
}

} // namespace

std::vector<AccountShare> untaxed_shares(Store& store, const DatevAccounts& accounts, Ledger ledger,
                                         std::int64_t document_id, Money amount)
{
    std::vector<AccountShare> shares; // nets at first
    Money net;
    for (const auto& part : parts_of(store, document_id)) {
        auto account = part.tax_case == TaxCase::domestic
                           ? accounts.of(ledger, Rate{})
                           : accounts.abroad(ledger, part.tax_case, part.supply, part.tax);
        const bool within_eu = part.tax_case == TaxCase::intra_community;
        const auto same = std::ranges::find_if(shares, [&](const AccountShare& share) {
            return share.account == account && share.within_eu == within_eu;
        });
        if (same == shares.end())
            shares.push_back({std::move(account), part.net, within_eu});
        else
            same->amount += part.net;
        net += part.net;
    }
    std::ranges::stable_sort(shares, {}, &AccountShare::amount);
    auto left = amount;
    for (auto& share : shares) {
        const bool last = &share == &shares.back(); // the largest takes what rounding leaves
        share.amount =
            last ? left
                 : Money{round_half_away(Int128{amount.cents} * share.amount.cents, net.cents)};
        left -= share.amount;
    }
    std::erase_if(shares, [](const AccountShare& share) { return share.amount == Money{}; });
    return shares;
}

} // namespace crm
