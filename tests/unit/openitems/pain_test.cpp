// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/pain.hpp"
#include "crm/openitems/sepa/remittance.hpp"
#include "tests/unit/openitems/documents.hpp"

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include <map>
#include <regex>
#include <sstream>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;
using Node = pugi::xml_node;

/// What an element holds, in this order: `?` may be missing, `+` may be repeated. Those that are
/// not here hold text.
using Structure = std::map<std::string, std::string>;

const Structure common = {
    {"GrpHdr", "MsgId CreDtTm NbOfTxs CtrlSum InitgPty"},
    {"InitgPty", "Nm"},
    {"SvcLvl", "Cd"},
    {"LclInstrm", "Cd"},
    {"ReqdExctnDt", "Dt"},
    {"Dbtr", "Nm PstlAdr?"},
    {"Cdtr", "Nm PstlAdr?"},
    {"PstlAdr", "PstCd? TwnNm Ctry AdrLine?"},
    {"DbtrAcct", "Id"},
    {"CdtrAcct", "Id"},
    {"DbtrAgt", "FinInstnId"},
    {"CdtrAgt", "FinInstnId"},
    {"FinInstnId", "BICFI? Othr?"},
    {"PmtId", "EndToEndId"},
    {"Amt", "InstdAmt"},
    {"RmtInf", "Ustrd"},
    {"DrctDbtTx", "MndtRltdInf"},
    {"MndtRltdInf", "MndtId DtOfSgntr"},
    {"CdtrSchmeId", "Id"},
    {"PrvtId", "Othr"},
    {"SchmeNm", "Prtry"},
    {"CdtrSchmeId/Id", "PrvtId"},
    {"DbtrAcct/Id", "IBAN"},
    {"CdtrAcct/Id", "IBAN"},
    {"FinInstnId/Othr", "Id"},
    {"PrvtId/Othr", "Id SchmeNm"},
};

const Structure transfer = {
    {"Document", "CstmrCdtTrfInitn"},
    {"CstmrCdtTrfInitn", "GrpHdr PmtInf+"},
    {"PmtInf", "PmtInfId PmtMtd NbOfTxs CtrlSum PmtTpInf ReqdExctnDt Dbtr DbtrAcct DbtrAgt ChrgBr "
               "CdtTrfTxInf+"},
    {"PmtTpInf", "SvcLvl"},
    {"CdtTrfTxInf", "PmtId Amt CdtrAgt? Cdtr CdtrAcct RmtInf"},
};

const Structure debit = {
    {"Document", "CstmrDrctDbtInitn"},
    {"CstmrDrctDbtInitn", "GrpHdr PmtInf+"},
    {"PmtInf", "PmtInfId PmtMtd NbOfTxs CtrlSum PmtTpInf ReqdColltnDt Cdtr CdtrAcct CdtrAgt ChrgBr "
               "CdtrSchmeId DrctDbtTxInf+"},
    {"PmtTpInf", "SvcLvl LclInstrm SeqTp"},
    {"DrctDbtTxInf", "PmtId InstdAmt DrctDbtTx DbtrAgt Dbtr DbtrAcct RmtInf"},
};

/// What a text must be like; of the schemas and of the characters that banks take.
const std::map<std::string, std::string> texts = {
    {"MsgId", "[A-Za-z0-9-]{1,35}"},
    {"PmtInfId", "[A-Za-z0-9-]{1,35}"},
    {"CreDtTm", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"},
    {"NbOfTxs", "\\d{1,15}"},
    {"CtrlSum", "\\d{1,15}\\.\\d\\d"},
    {"InstdAmt", "\\d{1,11}\\.\\d\\d"},
    {"Nm", "[-A-Za-z0-9/?:().,'+ ]{1,70}"},
    {"EndToEndId", "[-A-Za-z0-9/?:().,'+ ]{1,35}"},
    {"Ustrd", "[-A-Za-z0-9/?:().,'+ ]{1,140}"},
    {"TwnNm", "[-A-Za-z0-9/?:().,'+ ]{1,35}"},
    {"AdrLine", "[-A-Za-z0-9/?:().,'+ ]{1,70}"},
    {"PstCd", "[-A-Za-z0-9/?:().,'+ ]{1,16}"},
    {"Ctry", "[A-Z]{2}"},
    {"IBAN", "[A-Z]{2}\\d\\d[A-Z0-9]{1,30}"},
    {"BICFI", "[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?"},
    {"Dt", "\\d{4}-\\d\\d-\\d\\d"},
    {"ReqdColltnDt", "\\d{4}-\\d\\d-\\d\\d"},
    {"DtOfSgntr", "\\d{4}-\\d\\d-\\d\\d"},
    {"SeqTp", "FRST|RCUR"},
    {"ChrgBr", "SLEV"},
    {"PmtMtd", "TRF|DD"},
    {"Cd", "SEPA|CORE|B2B"},
    {"Prtry", "SEPA"},
    {"MndtId", "[-A-Za-z0-9/?:().,'+ ]{1,35}"},
    {"Id", "[A-Z0-9]{1,35}"},
};

/// Compares a document with a structure.
class Validator
{
  public:
    explicit Validator(const Structure& structure) : structure_(structure)
    {
        structure_.insert(common.begin(), common.end());
    }

    void look_at(const Node& node)
    {
        const std::string name = node.name();
        const auto own = structure_.find(std::string(node.parent().name()) + '/' + name);
        const auto content = own != structure_.end() ? own : structure_.find(name);
        if (content == structure_.end()) {
            check_text(node, name);
            return;
        }
        auto child = node.first_child();
        std::istringstream wanted(content->second);
        for (std::string word; wanted >> word;)
            child = take(node, child, word);
        if (child)
            found.push_back(name + " ends with " + child.name());
    }

    Lines found;

  private:
    Node take(const Node& node, Node child, std::string word)
    {
        const char how = word.back();
        if (how == '?' || how == '+')
            word.pop_back();
        if (how != '?' && word != child.name())
            found.push_back(std::string(node.name()) + " has " + child.name() + " for " + word);
        for (int count = 0; word == child.name() && (count == 0 || how == '+'); ++count) {
            look_at(child);
            child = child.next_sibling();
        }
        return child;
    }

    void check_text(const Node& node, const std::string& name)
    {
        const auto pattern = texts.find(name);
        if (pattern == texts.end() ||
            !std::regex_match(node.text().get(), std::regex(pattern->second)))
            found.push_back(name + " is " + node.text().get());
    }

    Structure structure_;
};

Lines breaches(const std::string& bytes, const Structure& structure)
{
    pugi::xml_document document;
    REQUIRE(document.load_string(bytes.c_str()));
    Validator validator(structure);
    validator.look_at(document.document_element());
    return validator.found;
}

/// What each element of that name says.
Lines all(const std::string& bytes, const char* name)
{
    pugi::xml_document document;
    document.load_string(bytes.c_str());
    Lines found;
    for (const auto& each : document.select_nodes((std::string("//") + name).c_str()))
        found.emplace_back(each.node().text().get());
    return found;
}

SepaPayment payment(const char* document, std::int64_t cents, const char* day = "2026-07-01")
{
    SepaPayment p;
    p.document = p.end_to_end = document;
    p.party.name = "Stahl AG";
    p.party.iban = "DE89370400440532013000";
    p.date = on(day);
    p.amount = {cents};
    p.text = remittance_text(SepaKind::transfer, p);
    return p;
}

SepaPayment collection(const char* document, DebitScheme scheme, const char* sequence,
                       const char* day)
{
    auto p = payment(document, 10'000, day);
    p.mandate.emplace();
    p.mandate->reference = "M-1";
    p.mandate->signed_on = on("2026-01-10");
    p.mandate->scheme = scheme;
    p.sequence = sequence;
    return p;
}

PainMessage message(std::vector<SepaPayment> payments)
{
    PainMessage message;
    message.message_id = "CRM-20260630-1";
    message.created = {on("2026-06-30"), 845};
    message.own.name = "Eigene Handels & Söhne GmbH";
    message.own.iban = "DE02120300000000202051";
    message.own.city = "Köln";
    message.own.country = "DE";
    message.creditor_id = "DE98ZZZ09999999999";
    message.payments = std::move(payments);
    return message;
}

} // namespace

TEST_CASE("transfers, in the order of the schema, with their sums")
{
    const auto bytes = pain_transfer(
        message({payment("ER-1", 11'900), payment("ER-2", 1), payment("ER-3", 50, "2026-07-02")}));
    CHECK(breaches(bytes, transfer).empty());
    CHECK(all(bytes, "CtrlSum") == Lines{"119.51", "119.01", "0.50"});
    CHECK(all(bytes, "NbOfTxs") == Lines{"3", "2", "1"});
    CHECK(all(bytes, "Dt") == Lines{"2026-07-01", "2026-07-02"});
    CHECK(all(bytes, "PmtInfId") == Lines{"CRM-20260630-1-1", "CRM-20260630-1-2"});
    CHECK(all(bytes, "EndToEndId") == Lines{"ER-1", "ER-2", "ER-3"});
    CHECK(all(bytes, "InitgPty/Nm") == Lines{"Eigene Handels + Soehne GmbH"});
    CHECK(all(bytes, "CreDtTm") == Lines{"2026-06-30T14:05:00"});
    CHECK(bytes.find("xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"") !=
          std::string::npos);
    CHECK(bytes.find("<InstdAmt Ccy=\"EUR\">119.00</InstdAmt>") != std::string::npos);
    CHECK(all(bytes, "PstlAdr").empty());
    CHECK(all(bytes, "DbtrAgt/FinInstnId/Othr/Id") == Lines{"NOTPROVIDED", "NOTPROVIDED"});
    CHECK(all(bytes, "CdtrAgt").empty());
}

TEST_CASE("debits, a group a scheme, sequence and day")
{
    const auto bytes = pain_debit(message({
        collection("RE-1", DebitScheme::core, "FRST", "2026-07-14"),
        collection("RE-2", DebitScheme::core, "RCUR", "2026-07-14"),
        collection("RE-3", DebitScheme::b2b, "RCUR", "2026-07-14"),
        collection("RE-4", DebitScheme::core, "FRST", "2026-07-13"),
        collection("RE-5", DebitScheme::core, "RCUR", "2026-07-14"),
    }));
    CHECK(breaches(bytes, debit).empty());
    CHECK(all(bytes, "ReqdColltnDt") ==
          Lines{"2026-07-13", "2026-07-14", "2026-07-14", "2026-07-14"});
    CHECK(all(bytes, "LclInstrm/Cd") == Lines{"CORE", "CORE", "CORE", "B2B"});
    CHECK(all(bytes, "SeqTp") == Lines{"FRST", "FRST", "RCUR", "RCUR"});
    CHECK(all(bytes, "EndToEndId") == Lines{"RE-4", "RE-1", "RE-2", "RE-5", "RE-3"});
    CHECK(all(bytes, "PmtInf/NbOfTxs") == Lines{"1", "1", "2", "1"});
    CHECK(all(bytes, "PmtInf/CtrlSum") == Lines{"100.00", "100.00", "200.00", "100.00"});
    CHECK(all(bytes, "CdtrSchmeId/Id/PrvtId/Othr/Id").front() == "DE98ZZZ09999999999");
    CHECK(all(bytes, "MndtId").front() == "M-1");
    CHECK(all(bytes, "DtOfSgntr").front() == "2026-01-10");
    CHECK(bytes.find("xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.008.001.08\"") !=
          std::string::npos);
}

TEST_CASE("whatever a name is, the file is well-formed and in the characters of banks")
{
    for (const auto& hostile :
         {std::string("<Müller> & \"Söhne\" ]]> &amp; <!-- -->"), std::string(200, '&'),
          std::string("\xF0\x9F\x98\x80\xF0\x9F\x98\x80"), std::string("a\nb\tc\x01\x1b[31m"),
          std::string("\xFF\xFE\xC0"), std::string(" "), std::string("日本株式会社"),
          std::string("ÄÖÜ") + std::string(300, 'x')}) {
        CAPTURE(hostile);
        auto wanted = collection("RE-1", DebitScheme::core, "FRST", "2026-07-14");
        wanted.party.name = wanted.reference = wanted.party.street = wanted.party.city = hostile;
        wanted.party.postcode = hostile;
        wanted.party.iban = "CH9300762011623852957";
        wanted.party.country = "CH";
        wanted.document = hostile;
        wanted.text = remittance_text(SepaKind::transfer, wanted);
        auto both = message({wanted});
        both.own.name = both.own.street = hostile;
        CHECK(breaches(pain_transfer(both), transfer).empty());
        CHECK(breaches(pain_debit(both), debit).empty());
    }
}

TEST_CASE("addresses of both sides go along when the payment leaves the economic area")
{
    auto abroad = payment("ER-1", 100);
    abroad.party.iban = "CH9300762011623852957";
    abroad.party.bic = "ZKBKCHZZ80A";
    abroad.party.street = "Bahnhofstr. 1";
    abroad.party.postcode = "8001";
    abroad.party.city = "Zürich";
    abroad.party.country = "CH";
    auto own = message({abroad, payment("ER-2", 100)});
    own.own.bic = "BYLADEM1001";
    const auto bytes = pain_transfer(own);
    CHECK(breaches(bytes, transfer).empty());
    CHECK(all(bytes, "Dbtr/PstlAdr/TwnNm") == Lines{"Koeln"});
    CHECK(all(bytes, "Cdtr/PstlAdr/TwnNm") == Lines{"Zuerich"});
    CHECK(all(bytes, "Cdtr/PstlAdr/AdrLine") == Lines{"Bahnhofstr. 1"});
    CHECK(all(bytes, "CdtrAgt/FinInstnId/BICFI") == Lines{"ZKBKCHZZ80A"});
    CHECK(all(bytes, "DbtrAgt/FinInstnId/BICFI") == Lines{"BYLADEM1001"});
}

TEST_CASE("the structure of the test tells what is wrong")
{
    const auto bytes = pain_transfer(message({payment("ER-1", 100)}));
    const auto changed = [&](const char* what, const char* into) {
        return breaches(std::regex_replace(bytes, std::regex(what), into), transfer);
    };
    CHECK(changed("<ChrgBr>SLEV</ChrgBr>", "") == Lines{"PmtInf has CdtTrfTxInf for ChrgBr"});
    CHECK(changed("<MsgId>.*</MsgId>", "<MsgId>CRM_1</MsgId>") == Lines{"MsgId is CRM_1"});
    CHECK(changed("</GrpHdr>", "<X/></GrpHdr>") == Lines{"GrpHdr ends with X"});
}

} // namespace crm::test
