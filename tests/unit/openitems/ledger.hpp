// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/payment.hpp"
#include "crm/switchboard/checks.hpp"
#include "tests/unit/openitems/documents.hpp"

#include <string>
#include <vector>

namespace crm::test
{

/// A payment of Müller GmbH (3) of small_company().
inline Payer payer(const char* day, std::int64_t cents, std::vector<std::int64_t> documents = {})
{
    Payer payer;
    payer.contact_id = 3;
    payer.date = on(day);
    payer.amount = {cents};
    payer.document_ids = std::move(documents);
    return payer;
}

/// Does something in a transaction of its own.
template<class Work>
auto done(Store& store, const Work& work)
{
    Transaction transaction(store);
    auto result = work();
    transaction.commit();
    return result;
}

inline PaymentResult paid(Store& store, const Payer& payer)
{
    return done(store, [&] { return pay(store, payer); });
}

inline Document invoice_with_terms(const char* day, std::vector<DocumentLine> lines,
                                   const char* terms)
{
    auto document = invoice(day, std::move(lines));
    document.terms = terms;
    return document;
}

/// What `db check` finds in the ledger.
inline std::vector<std::string> ledger_breaches(Store& store)
{
    std::vector<std::string> found;
    run_checks(store, find_checks({"documents", "open-items", "payments"}),
               [&](const Breach& breach) { found.push_back(breach.text); });
    return found;
}

} // namespace crm::test
