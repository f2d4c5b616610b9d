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

// A purchase is taxed as the supplier's sale to us: the same cases seen from the other end.
TaxCase tax_case_of(Store& store, std::int64_t contact_id, Side side, std::optional<Date> day)
{
    const auto contact = destination_of(store, contact_id, day);
    const auto own = own_country(store);
    const auto country =
        side == Side::receivable && contact.delivery ? *contact.delivery : contact.country;
    if (country.empty() || country == own)
        return TaxCase::domestic;
    if (!in_eu(own, day) || !in_eu(country, day))
        return TaxCase::export_;
    return contact.vat_id.empty() || contact.vat_id.starts_with(own) ? TaxCase::domestic
                                                                     : TaxCase::intra_community;
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
