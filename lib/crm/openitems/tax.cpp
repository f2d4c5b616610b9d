// SPDX-License-Identifier: MIT
#include "crm/base/country.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/destination.hpp"
#include "crm/openitems/document.hpp"
#include "crm/store/settings.hpp"

#include <functional>
#include <map>

namespace crm
{

Rate tax_rate(Store& store, TaxClass tax, TaxCase tax_case, Date day)
{
    if (tax_case != TaxCase::domestic || tax == TaxClass::zero)
        return {};
    const auto rate =
        setting(store, tax == TaxClass::standard ? "tax.standard" : "tax.reduced", day);
    return rate.empty() ? Rate{} : parse_rate(rate, Decimal::point);
}

namespace
{

/// By the country in which the supply ends. Goods in Northern Ireland, whose VAT IDs begin with XI,
/// still are in the EU (protocol on Ireland and Northern Ireland, art. 8), services are not.
TaxCase case_in(std::string_view country, bool goods, std::string_view vat_id, std::string_view own,
                std::optional<Date> day)
{
    if (country.empty() || country == own)
        return TaxCase::domestic;
    const bool northern_ireland = goods && country == "GB" && vat_id.starts_with("XI");
    if (!in_eu(own, day) || (!in_eu(country, day) && !northern_ireland))
        return TaxCase::export_;
    return vat_id.empty() || vat_id.starts_with(own) ? TaxCase::domestic : TaxCase::intra_community;
}

} // namespace

// A purchase is taxed as the supplier's sale to us: the same seen from the other end.
TaxFacts tax_facts_of(Store& store, std::int64_t contact_id, Side side, std::optional<Date> day)
{
    auto contact = destination_of(store, contact_id, day);
    const auto own = own_country(store);
    const bool sale = side == Side::receivable;
    const auto if_abroad = [&](const std::string& country) {
        return country == own ? std::string() : country;
    };
    TaxFacts facts;
    facts.goods = if_abroad(sale ? contact.goods() : contact.country);
    if (!sale || !contact.consumer)
        facts.services = if_abroad(contact.country);
    if (facts.abroad())
        facts.vat_id = std::move(contact.vat_id);
    return facts;
}

TaxCases tax_cases_of(Store& store, const TaxFacts& facts, std::optional<Date> day)
{
    if (!facts.abroad())
        return {};
    const auto own = own_country(store);
    return {case_in(facts.goods, true, facts.vat_id, own, day),
            case_in(facts.services, false, facts.vat_id, own, day)};
}

TaxCases tax_cases_of(Store& store, std::int64_t contact_id, Side side, std::optional<Date> day)
{
    return tax_cases_of(store, tax_facts_of(store, contact_id, side, day), day);
}

std::vector<DocumentTax> taxes_of(const std::vector<DocumentLine>& lines)
{
    std::map<Rate, Money, std::greater<>> nets;
    for (const auto& line : lines)
        nets[line.tax_rate] += line.net;
    std::vector<DocumentTax> taxes;
    for (const auto& [rate, net] : nets)
        taxes.push_back({rate, net, share(net, rate)});
    return taxes;
}

} // namespace crm
