// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/pain.hpp"

#include "crm/openitems/sepa/text.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <sstream>
#include <tuple>

namespace crm
{

namespace
{

using Node = pugi::xml_node;
using Group = std::vector<const SepaPayment*>;

constexpr std::size_t longest_name = 70;
constexpr std::size_t longest_line = 70;
constexpr std::size_t longest_postcode = 16;
constexpr std::size_t longest_town = 35;

/// Adds the elements of a path, "FinInstnId/Othr/Id", and a text in the last one.
Node add(Node node, std::string_view path, std::string_view text = {})
{
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        node = node.append_child(std::string(path.substr(0, end)).c_str());
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    if (!text.empty())
        node.text().set(std::string(text).c_str());
    return node;
}

/// A text that is never empty, which the schema forbids.
std::string needed(std::string_view text, std::size_t most)
{
    auto taken = sepa_text(text, most);
    return taken.empty() ? "." : taken;
}

std::string name_of(const SepaParty& party)
{
    return needed(party.name, longest_name);
}

/// Town and country in their own elements, street and house number in a line (hybrid addresses).
void add_address(Node party_node, const SepaParty& party)
{
    const auto address = add(party_node, "PstlAdr");
    if (const auto postcode = sepa_text(party.postcode, longest_postcode); !postcode.empty())
        add(address, "PstCd", postcode);
    add(address, "TwnNm", needed(party.city, longest_town));
    add(address, "Ctry", party.country);
    if (const auto line = sepa_text(party.street, longest_line); !line.empty())
        add(address, "AdrLine", line);
}

void add_party(Node parent, const char* element, const SepaParty& party, bool with_address)
{
    const auto node = add(parent, element);
    add(node, "Nm", name_of(party));
    if (with_address && !party.city.empty() && !party.country.empty())
        add_address(node, party);
}

/// The IBAN says which bank it is; where an element for it is compulsory, that is all it says.
void add_agent(Node parent, const char* element, const SepaParty& party)
{
    const auto bank = add(add(parent, element), "FinInstnId");
    if (party.bic.empty())
        add(bank, "Othr/Id", "NOTPROVIDED");
    else
        add(bank, "BICFI", party.bic);
}

void add_sums(Node node, const Group& group)
{
    Money sum;
    for (const auto* payment : group)
        sum += payment->amount;
    add(node, "NbOfTxs", std::to_string(group.size()));
    add(node, "CtrlSum", to_string(sum));
}

void add_amount(Node node, Money amount)
{
    add(node, "InstdAmt", to_string(amount)).append_attribute("Ccy").set_value("EUR");
}

/// Document, and in it the message with its header.
Node begin(pugi::xml_document& document, const PainMessage& message, const char* version,
           const char* element)
{
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    auto root = document.append_child("Document");
    root.append_attribute("xmlns").set_value(
        (std::string("urn:iso:std:iso:20022:tech:xsd:") + version).c_str());
    const auto body = add(root, element);
    const auto header = add(body, "GrpHdr");
    add(header, "MsgId", message.message_id);
    add(header, "CreDtTm", to_string(message.created) + ":00");
    Group all;
    for (const auto& payment : message.payments)
        all.push_back(&payment);
    add_sums(header, all);
    add(header, "InitgPty/Nm", name_of(message.own));
    return body;
}

Node begin_group(Node body, const PainMessage& message, const char* method, const Group& group,
                 std::size_t number)
{
    const auto node = add(body, "PmtInf");
    add(node, "PmtInfId", message.message_id + "-" + std::to_string(number));
    add(node, "PmtMtd", method);
    add_sums(node, group);
    return node;
}

bool leaves_area(const Group& group)
{
    return std::ranges::any_of(
        group, [](const SepaPayment* p) { return !in_economic_area(p->party.iban); });
}

std::string written(const pugi::xml_document& document)
{
    std::ostringstream out;
    document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
    return out.str();
}

void add_transfer(Node group_node, const SepaPayment& payment)
{
    const auto node = add(group_node, "CdtTrfTxInf");
    const bool abroad = !in_economic_area(payment.party.iban);
    add(node, "PmtId/EndToEndId", payment.end_to_end);
    add_amount(add(node, "Amt"), payment.amount);
    if (!payment.party.bic.empty())
        add_agent(node, "CdtrAgt", payment.party);
    add_party(node, "Cdtr", payment.party, abroad);
    add(node, "CdtrAcct/Id/IBAN", payment.party.iban);
    add(node, "RmtInf/Ustrd", payment.text);
}

void add_debit(Node group_node, const SepaPayment& payment)
{
    const auto node = add(group_node, "DrctDbtTxInf");
    add(node, "PmtId/EndToEndId", payment.end_to_end);
    add_amount(node, payment.amount);
    const auto mandate = add(node, "DrctDbtTx/MndtRltdInf");
    add(mandate, "MndtId", payment.mandate->reference);
    add(mandate, "DtOfSgntr", to_string(payment.mandate->signed_on.value_or(Date{})));
    add_agent(node, "DbtrAgt", payment.party);
    add_party(node, "Dbtr", payment.party, !in_economic_area(payment.party.iban));
    add(node, "DbtrAcct/Id/IBAN", payment.party.iban);
    add(node, "RmtInf/Ustrd", payment.text);
}

void add_creditor_id(Node group_node, const std::string& id)
{
    const auto other = add(group_node, "CdtrSchmeId/Id/PrvtId/Othr");
    add(other, "Id", id);
    add(other, "SchmeNm/Prtry", "SEPA");
}

} // namespace

std::string pain_transfer(const PainMessage& message)
{
    pugi::xml_document document;
    const auto body = begin(document, message, "pain.001.001.09", "CstmrCdtTrfInitn");
    std::map<Date, Group> groups;
    for (const auto& payment : message.payments)
        groups[payment.date].push_back(&payment);
    std::size_t number = 0;
    for (const auto& [date, group] : groups) {
        const auto node = begin_group(body, message, "TRF", group, ++number);
        add(node, "PmtTpInf/SvcLvl/Cd", "SEPA");
        add(node, "ReqdExctnDt/Dt", to_string(date));
        add_party(node, "Dbtr", message.own, leaves_area(group));
        add(node, "DbtrAcct/Id/IBAN", message.own.iban);
        add_agent(node, "DbtrAgt", message.own);
        add(node, "ChrgBr", "SLEV");
        for (const auto* payment : group)
            add_transfer(node, *payment);
    }
    return written(document);
}

std::string pain_debit(const PainMessage& message)
{
    pugi::xml_document document;
    const auto body = begin(document, message, "pain.008.001.08", "CstmrDrctDbtInitn");
    std::map<std::tuple<Date, DebitScheme, std::string>, Group> groups;
    for (const auto& payment : message.payments)
        groups[{payment.date, payment.mandate->scheme, payment.sequence}].push_back(&payment);
    std::size_t number = 0;
    for (const auto& [key, group] : groups) {
        const auto& [date, scheme, sequence] = key;
        const auto node = begin_group(body, message, "DD", group, ++number);
        const auto type = add(node, "PmtTpInf");
        add(type, "SvcLvl/Cd", "SEPA");
        add(type, "LclInstrm/Cd", to_string(scheme));
        add(type, "SeqTp", sequence);
        add(node, "ReqdColltnDt", to_string(date));
        add_party(node, "Cdtr", message.own, leaves_area(group));
        add(node, "CdtrAcct/Id/IBAN", message.own.iban);
        add_agent(node, "CdtrAgt", message.own);
        add(node, "ChrgBr", "SLEV");
        add_creditor_id(node, message.creditor_id);
        for (const auto* payment : group)
            add_debit(node, *payment);
    }
    return written(document);
}

} // namespace crm
