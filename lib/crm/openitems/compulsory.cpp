// SPDX-License-Identifier: MIT
#include "crm/openitems/compulsory.hpp"

#include "crm/base/translate.hpp"

#include <algorithm>
#include <iterator>

namespace crm
{

namespace
{

constexpr Money most_of_small_invoice{250'00}; // § 33 UStDV

bool is_within_eu(const Document& document)
{
    return std::ranges::any_of(document.lines, [&](const DocumentLine& line) {
        return document.case_of(line) == TaxCase::intra_community;
    });
}

} // namespace

bool has_address(const Document& document)
{
    return document.recipient.find('\n') != std::string::npos;
}

std::vector<std::string> missing_recipient_data(const Document& document)
{
    std::vector<std::string> missing;
    if (document.side == Side::payable)
        return missing;
    const bool small = document.currency == "EUR" && document.gross() <= most_of_small_invoice &&
                       !is_within_eu(document);
    if (!has_address(document) && !small)
        missing.emplace_back(tr("the recipient's address"));
    if (is_within_eu(document) && document.vat_id.empty())
        missing.emplace_back(tr("the recipient's VAT ID"));
    return missing;
}

std::vector<std::string> missing_seller_data(const Sender& seller, const Document& document)
{
    std::vector<std::string> missing;
    if (document.side == Side::payable)
        return missing;
    if (!seller.complete)
        missing.emplace_back(tr("the own address"));
    if (seller.vat_id.empty() && seller.tax_number.empty())
        missing.emplace_back(tr("the own tax number or VAT ID"));
    if (is_within_eu(document) && seller.vat_id.empty())
        missing.emplace_back(tr("the own VAT ID"));
    return missing;
}

std::vector<std::string> missing_invoice_data(const Sender& seller, const Document& document)
{
    auto missing = missing_seller_data(seller, document);
    std::ranges::copy(missing_recipient_data(document), std::back_inserter(missing));
    return missing;
}

} // namespace crm
