// SPDX-License-Identifier: MIT
#include "crm/base/currency.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// Those of ISO 4217 that are in use, and former ones of the states that have the euro, in which
/// old documents may be.
constexpr std::string_view codes =
    "AED AFN ALL AMD ANG AOA ARS ATS AUD AWG AZN BAM BBD BDT BEF BGN BHD BIF BMD BND BOB "
    "BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CYP CZK DEM DJF DKK DOP "
    "DZD EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHS GIP GMD GNF GRD GTQ GYD HKD "
    "HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW "
    "KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MTL "
    "MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SIT SKK SLE SOS SRD SSP STN SVC "
    "SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST "
    "XAF XAG XAU XCD XCG XOF XPD XPF XPT YER ZAR ZMW ZWG";

} // namespace

bool is_currency(std::string_view code)
{
    return code.size() == 3 && code.find(' ') == code.npos && codes.find(code) != codes.npos;
}

std::string checked_currency(std::string_view typed)
{
    std::string code(trim(typed));
    std::ranges::transform(code, code.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (!is_currency(code))
        throw error(ErrorKind::rejected, "'{}' is no currency, as EUR is", typed);
    return code;
}

} // namespace crm
