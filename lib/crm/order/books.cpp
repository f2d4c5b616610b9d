// SPDX-License-Identifier: MIT
#include "crm/order/books.hpp"

#include "crm/base/error.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/store.hpp"

namespace crm
{

namespace
{

constexpr const char* first_entry = R"sql(
    SELECT coalesce((SELECT number FROM orders LIMIT 1), (SELECT number FROM documents LIMIT 1),
                    (SELECT number FROM payments LIMIT 1), (SELECT sku FROM movements LIMIT 1),
                    (SELECT sku FROM products WHERE price > 0 OR cost > 0 LIMIT 1),
                    (SELECT number FROM conditions
                      WHERE price IS NOT NULL OR amount IS NOT NULL LIMIT 1)))sql";

} // namespace

void refuse_other_currency(Store& store, std::string_view currency)
{
    const auto kept = setting(store, "currency");
    if (currency == kept)
        return;
    auto query = store.prepare(first_entry);
    query.step();
    if (!query.is_null(0))
        throw error(ErrorKind::rejected, "the books are in {}: there is '{}'", kept, query.text(0))
            .with_hint("an order in another currency is made with 'crm order new --currency {}'",
                       currency);
}

} // namespace crm
