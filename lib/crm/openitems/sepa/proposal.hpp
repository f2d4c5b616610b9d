// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/openitems/sepa/mandate.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

enum class SepaKind { transfer, debit };
std::string_view to_string(SepaKind kind);

/// The other side of a payment, with the address of a contact.
struct SepaParty {
    std::string number;
    std::string name;
    std::string iban;
    std::string bic; ///< may be empty
    std::string street;
    std::string postcode;
    std::string city;
    std::string country;
    std::string language;
};

/// One document that is paid or collected: one transaction of a file.
struct SepaPayment {
    std::int64_t document_id = 0;
    std::string document;
    std::string reference; ///< the supplier's number, the customer's reference
    std::int64_t contact_id = 0;
    SepaParty party;
    Date document_date;
    Date due;
    std::optional<Date> pay_by;      ///< of a transfer: the best day, see pay_day.hpp
    Money open;                      ///< less what is under way
    Money skonto;                    ///< deducted
    std::optional<Rate> yearly_rate; ///< of that discount
    Date date;                       ///< of execution or collection
    Money amount;                    ///< open less skonto
    std::string end_to_end;
    std::string text; ///< for the other side
    // Of a debit:
    std::optional<Mandate> mandate;
    std::string sequence;          ///< `FRST`, `RCUR`
    std::optional<Date> notify_by; ///< when the debtor has to be told at the latest
};

struct SepaQuery {
    SepaKind kind = SepaKind::transfer;
    Date today;
    /// Else the day of execution, of a debit `date` or today; every day if documents are named.
    std::optional<Date> due_until;
    std::optional<Date> date;               ///< of execution or collection
    std::vector<std::int64_t> document_ids; ///< only these
};

struct SepaProposal {
    std::vector<SepaPayment> payments; ///< by contact and due day
    std::vector<std::string> left_out; ///< what should be paid and cannot be, and why
    std::vector<std::string> notes;    ///< what else is to be known
};

/// What is to be paid: every payable whose best day to pay (see pay_day.hpp) or due day is not
/// after `due_until`, with the discount that the day of execution still earns. Or what is to be
/// collected: receivables due until then of contacts with a mandate that is valid on the day of
/// collection and without a condition that they pay otherwise. A debit is not before the due day
/// and leaves the debtor the days of the setting `sepa.prenotification`. Days move to the next one
/// on which euros are moved. What a former file has under way is left out and noted, credits are
/// never deducted, but noted. Rejected: a day too early; of the documents named, what cannot be
/// paid.
SepaProposal propose_payments(Store& store, const SepaQuery& query);

std::span<const Column<SepaPayment>> transfer_columns();
std::span<const Column<SepaPayment>> debit_columns();

} // namespace crm
