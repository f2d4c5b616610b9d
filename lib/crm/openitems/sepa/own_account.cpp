// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/own_account.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/contact.hpp"
#include "crm/store/settings.hpp"

namespace crm
{

namespace
{

/// What the bank accounts say of an IBAN; the own company's is known before it is in that table.
std::string currency_of(Store& store, const std::string& iban, std::string_view own)
{
    auto query = store.prepare("SELECT currency FROM bank_account WHERE iban = :iban");
    query.bind(":iban", iban);
    if (query.step())
        return query.string(0);
    if (iban != own)
        throw error(ErrorKind::rejected, "the account {} is not ours", iban)
            .with_hint("`crm openitems bank account add IBAN` makes it one of ours");
    return setting(store, "currency");
}

std::string only_account(Store& store)
{
    auto query = store.prepare("SELECT iban FROM bank_account ORDER BY id");
    if (!query.step())
        throw error(ErrorKind::rejected, "no account of our own is known")
            .with_hint("`crm openitems bank account add IBAN` makes one ours");
    auto iban = query.string(0);
    if (query.step())
        throw error(ErrorKind::rejected, "there are several accounts of our own")
            .with_hint("say which with --account IBAN");
    return iban;
}

} // namespace

SepaParty own_party(Store& store, const std::optional<std::string>& typed)
{
    const auto own = read_values(store, own_company);
    SepaParty party;
    party.iban = typed ? normal_iban(*typed) : std::string(own.text(Field::iban));
    if (party.iban.empty())
        party.iban = only_account(store);
    const auto currency = currency_of(store, party.iban, own.text(Field::iban));
    if (currency != "EUR")
        throw error(ErrorKind::rejected, "the account {} is kept in {}, SEPA moves euros",
                    party.iban, currency);
    party.name = own.text(Field::name);
    if (party.iban == own.text(Field::iban))
        party.bic = own.text(Field::bic);
    party.street = own.text(Field::street);
    party.postcode = own.text(Field::postcode);
    party.city = own.text(Field::city);
    party.country = own_country(store);
    return party;
}

std::string creditor_id(Store& store)
{
    auto id = setting(store, "sepa.creditor-id");
    if (id.empty())
        throw error(ErrorKind::rejected, "no creditor identifier is known")
            .with_hint("say it: crm config set sepa.creditor-id DE98ZZZ09999999999");
    return id;
}

} // namespace crm
