// SPDX-License-Identifier: MIT
#include "crm/order/posting_warnings.hpp"

#include "crm/base/translate.hpp"
#include "crm/openitems/compulsory.hpp"
#include "crm/openitems/seller.hpp"

namespace crm
{

std::vector<std::string> posting_warnings(Store& store, const Document& document,
                                          std::optional<Date> last_of_series)
{
    std::vector<std::string> warnings;
    if (last_of_series && *last_of_series > document.date)
        warnings.push_back(format("{} of {} lies before the number before it, of {}",
                                  document.number, to_string(document.date),
                                  to_string(*last_of_series)));
    const auto missing = missing_invoice_data(seller_of(store, document, document.date), document);
    if (!missing.empty())
        warnings.push_back(format("{} lacks what § 14 UStG demands: {}", document.number,
                                  fmt::format("{}", fmt::join(missing, ", "))));
    if (document.side == Side::payable && document.reference.empty())
        warnings.push_back(format("{} is without the supplier's number, by which it would be known "
                                  "if it came twice",
                                  document.number));
    return warnings;
}

} // namespace crm
