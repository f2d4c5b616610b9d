// SPDX-License-Identifier: MIT
#include "crm/base/tax.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 3> classes = {"standard", "reduced", "zero"};
constexpr std::array<std::string_view, 3> cases = {"domestic", "intra-community", "export"};

template<class Value>
std::optional<Value> value_of(std::span<const std::string_view> keys, std::string_view key)
{
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end())
        return std::nullopt;
    return static_cast<Value>(found - keys.begin());
}

} // namespace

std::string_view to_string(TaxClass tax)
{
    return classes.at(static_cast<std::size_t>(tax));
}

std::string_view to_string(TaxCase tax_case)
{
    return cases.at(static_cast<std::size_t>(tax_case));
}

std::span<const std::string_view> tax_classes()
{
    return classes;
}

std::optional<TaxClass> tax_class(std::string_view key)
{
    return value_of<TaxClass>(classes, key);
}

std::optional<TaxCase> tax_case(std::string_view key)
{
    return value_of<TaxCase>(cases, key);
}

} // namespace crm
