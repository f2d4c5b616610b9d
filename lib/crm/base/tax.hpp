// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace crm
{

/// Which value added tax (VAT) a product has; the rate of each class is a dated setting.
enum class TaxClass { standard, reduced, zero };

/// Whether a trade is taxed at home at all.
enum class TaxCase {
    domestic,
    intra_community, ///< to or from a business with a VAT ID in another EU state: no tax shown
    export_,         ///< across the border of the EU: no tax
};

/// What a line is to the tax office; words and freight share the lot of the goods.
enum class Supply { words, goods, service };

/// What words and freight among the lines of an order share the lot of: the goods, or services if
/// there are no goods. It is that of the whole order, also for a part of it that is delivered,
/// invoiced or credited alone.
template<class Lines>
Supply main_supply(const Lines& lines)
{
    Supply main = Supply::goods;
    for (const auto& line : lines) {
        if (line.supply == Supply::goods)
            return Supply::goods;
        if (line.supply == Supply::service)
            main = Supply::service;
    }
    return main;
}

/// The supply itself, or that of words.
constexpr Supply or_main(Supply supply, Supply main)
{
    return supply == Supply::words ? main : supply;
}

/// How goods and services are taxed that are sold to, or bought of, the same contact: goods by
/// where they go, services by where the contact is.
struct TaxCases {
    TaxCase goods = TaxCase::domestic;
    TaxCase services = TaxCase::domestic;
    bool operator==(const TaxCases&) const = default;
};

/// The keys: "standard", "intra-community".
std::string_view to_string(TaxClass tax);
std::string_view to_string(TaxCase tax_case);
std::span<const std::string_view> tax_classes();
/// Nothing for a word that is no key.
std::optional<TaxClass> tax_class(std::string_view key);
std::optional<TaxCase> tax_case(std::string_view key);

} // namespace crm
