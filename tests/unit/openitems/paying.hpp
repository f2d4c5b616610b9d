// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/sepa/file.hpp"
#include "crm/openitems/sepa/mandate.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/openitems/ledger.hpp"

#include <string>
#include <vector>

namespace crm::test
{

inline constexpr LocalTime now{today, 14 * 60 + 5};
inline constexpr const char* own_iban = "DE02120300000000202051";
inline constexpr const char* supplier_iban = "DE89370400440532013000";
inline constexpr const char* debtor_iban = "DE91100000000123456789";

/// small_company() with accounts: ours; Müller GmbH (3) and Stahl AG (5), a supplier.
inline Store paying_company()
{
    auto store = small_company();
    auto supplier = named("Stahl AG");
    supplier.values[Field::supplier] = "yes";
    supplier.values[Field::iban] = supplier_iban;
    add(store, ContactKind::company, supplier);
    done(store, [&] {
        ContactData own;
        own.values[Field::iban] = own_iban;
        ContactWriter(store, today).change(own_company, own);
        set_setting(store, "sepa.creditor-id", "DE98ZZZ09999999999");
        return 0;
    });
    return store;
}

/// What Stahl AG (5) wants for goods of that net amount, taxed at 19 %.
inline Document bill(const char* day, std::int64_t cents, const char* terms,
                     const char* reference = "R-1")
{
    auto document = invoice(day, {line(cents)});
    document.contact_id = 5;
    document.side = Side::payable;
    document.terms = terms;
    document.reference = reference;
    return document;
}

inline Mandate mandate_of(std::int64_t contact, const char* reference = "M-1")
{
    Mandate mandate;
    mandate.contact_id = contact;
    mandate.iban = debtor_iban;
    mandate.reference = reference;
    mandate.signed_on = on("2026-01-10");
    return mandate;
}

inline std::int64_t given(Store& store, const Mandate& mandate)
{
    return done(store, [&] { return add_mandate(store, mandate, today); });
}

inline SepaProposal proposed(Store& store, SepaKind kind, const char* due_until = nullptr,
                             const char* date = nullptr)
{
    SepaQuery query;
    query.kind = kind;
    query.today = today;
    if (due_until != nullptr)
        query.due_until = on(due_until);
    if (date != nullptr)
        query.date = on(date);
    return propose_payments(store, query);
}

/// Makes the file of all that is due until a day and remembers it.
inline SepaFile filed(Store& store, SepaKind kind, const char* due_until = nullptr)
{
    return done(store, [&] {
        auto file = make_sepa_file(store, kind, proposed(store, kind, due_until).payments,
                                   std::nullopt, now);
        record_sepa_file(store, file, now, std::string(64, '0'));
        return file;
    });
}

/// What `db check` finds in files for the bank.
inline std::vector<std::string> file_breaches(Store& store)
{
    std::vector<std::string> found;
    run_checks(store, find_checks({"payment-files"}),
               [&](const Breach& breach) { found.push_back(breach.text); });
    return found;
}

} // namespace crm::test
