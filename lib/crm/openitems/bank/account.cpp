// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/account.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/fields.hpp"
#include "crm/store/settings.hpp"

namespace crm
{

namespace
{

std::int64_t find(Store& store, const std::string& iban)
{
    auto query = store.prepare("SELECT id FROM bank_account WHERE iban = :iban");
    query.bind(":iban", iban);
    return query.step() ? query.integer(0) : 0;
}

std::int64_t insert(Store& store, const std::string& iban, const std::string& ledger)
{
    store
        .prepare(R"sql(
            INSERT INTO bank_account (iban, ledger, currency) VALUES (:iban, :ledger, :currency))sql")
        .bind(":iban", iban)
        .bind_or_null(":ledger", ledger)
        .bind(":currency", setting(store, "currency"))
        .run();
    return store.last_id();
}

} // namespace

std::int64_t add_bank_account(Store& store, std::string_view iban, const std::string& ledger)
{
    const auto normal = normal_iban(iban);
    if (!valid_iban(normal))
        throw error(ErrorKind::rejected, "'{}' is no IBAN", iban);
    if (find(store, normal) != 0)
        throw error(ErrorKind::rejected, "the account {} is there already", normal);
    return insert(store, normal, ledger);
}

std::int64_t bank_account_of(Store& store, std::string_view iban)
{
    const auto normal = normal_iban(iban);
    if (const auto id = find(store, normal); id != 0)
        return id;
    const auto own = read_values(store, own_company);
    return own.text(Field::iban) == normal ? insert(store, normal, "") : 0;
}

} // namespace crm
