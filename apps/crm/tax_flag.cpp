// SPDX-License-Identifier: MIT
#include "crm/tax_flag.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"

namespace crm
{

TaxClass parse_tax(const std::string& typed)
{
    if (const auto tax = tax_class(typed))
        return *tax;
    throw error(ErrorKind::usage, "'{}' is no value for --tax", typed)
        .with_hint("one of: {}", joined(tax_classes()));
}

} // namespace crm
