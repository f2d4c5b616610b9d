// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/datev_abroad.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct Part {
    Supply supply;
    TaxClass tax;
    Money net;
};

/// What words and freight belong to: the goods, or services if there are no goods.
Supply main_supply(const std::vector<Part>& parts)
{
    const auto any = [&](Supply supply) {
        return std::ranges::find(parts, supply, &Part::supply) != parts.end();
    };
    return any(Supply::service) && !any(Supply::goods) ? Supply::service : Supply::goods;
}

std::vector<Part> parts_of(Store& store, std::int64_t document_id)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(o.tax, 'standard'), p.stock, sum(l.net)
          FROM document_line AS l
          LEFT JOIN order_line AS o ON o.id = l.order_line_id
          LEFT JOIN products AS p ON p.id = l.product_id
         WHERE l.document_id = :document
         GROUP BY 1, 2
        HAVING sum(l.net) <> 0
         ORDER BY 1, 2)sql");
    query.bind(":document", document_id);
    std::vector<Part> parts;
    while (query.step()) {
        const auto supply = query.is_null(1)   ? Supply::words
                            : query.boolean(1) ? Supply::goods
                                               : Supply::service;
        parts.push_back(
            {supply, tax_class(query.text(0)).value_or(TaxClass::standard), query.money(2)});
    }
    if (parts.empty()) // an opening item has no lines
        parts.push_back({Supply::goods, TaxClass::standard, Money{1}});
    const auto main = main_supply(parts);
    for (auto& part : parts)
        if (part.supply == Supply::words)
            part.supply = main;
    return parts;
}

} // namespace

std::vector<AccountShare> shares_abroad(Store& store, const DatevAccounts& accounts, Ledger ledger,
                                        TaxCase tax_case, std::int64_t document_id, Money amount)
{
    std::vector<AccountShare> shares; // nets at first
    Money net;
    for (const auto& part : parts_of(store, document_id)) {
        auto account = accounts.abroad(ledger, tax_case, part.supply, part.tax);
        const auto same = std::ranges::find(shares, account, &AccountShare::account);
        if (same == shares.end())
            shares.push_back({std::move(account), part.net});
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
