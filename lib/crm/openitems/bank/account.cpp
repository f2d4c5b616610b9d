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

std::string ledger_of(Store& store, std::int64_t id)
{
    auto query = store.prepare("SELECT ledger FROM bank_account WHERE id = :id");
    query.bind(":id", id);
    return query.step() ? query.string(0) : "";
}

} // namespace

std::int64_t add_bank_account(Store& store, std::string_view iban, const std::string& ledger)
{
    const auto normal = normal_iban(iban);
    if (!valid_iban(normal))
        throw error(ErrorKind::rejected, "'{}' is no IBAN", iban);
    if (!ledger.empty() && !valid_ledger_account(ledger))
        throw error(ErrorKind::rejected, "'{}' is no account of DATEV with four digits", ledger);
    const auto id = find(store, normal);
    if (id == 0)
        return insert(store, normal, ledger);
    if (ledger.empty() || ledger == ledger_of(store, id))
        throw error(ErrorKind::rejected, "the account {} is there already", normal)
            .with_hint("--ledger ACCOUNT changes its account in the books");
    store.prepare("UPDATE bank_account SET ledger = :ledger WHERE id = :id")
        .bind(":ledger", ledger)
        .bind(":id", id)
        .run();
    return id;
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
