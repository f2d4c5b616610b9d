// SPDX-License-Identifier: MIT
#include "crm/format/bank_statement.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

std::string camt(std::string_view version, std::string_view entries, const char* closing)
{
    return fmt::format(R"xml(<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{}"><BkToCstmrStmt><Stmt>
<Id>2026-118</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>PRCD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-06-29</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-06-30</Dt></Dt></Bal>
{}</Stmt></BkToCstmrStmt></Document>)xml",
                       version, closing, entries);
}

constexpr const char* entry_02 = R"xml(<Ntry><Amt Ccy="EUR">119.5</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Sts>BOOK</Sts><BookgDt><Dt>2026-06-30</Dt></BookgDt><ValDt><Dt>2026-06-29</Dt></ValDt>
<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
<RltdPties><Dbtr><Nm>Müller &amp; Söhne</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>RE2026-</Ustrd><Ustrd>00001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>)xml";

constexpr const char* batch_08 = R"xml(<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-06-30T08:00:00</DtTm></BookgDt><NtryDtls>
<TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><Amt Ccy="EUR">10.00</Amt><RltdPties><Cdtr><Pty><Nm>Stahl AG</Nm></Pty></Cdtr></RltdPties></TxDtls>
<TxDtls><Amt Ccy="EUR">{}</Amt><RltdPties><Dbtr><Pty><Nm>Kurz KG</Nm></Pty></Dbtr></RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>
</NtryDtls></Ntry><Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry>)xml";

constexpr const char* mt940 = ":20:STARTUMS\r\n:25:12030000/0000202051\r\n:28C:00118/001\r\n"
                              ":60F:C260629EUR1000,00\r\n"
                              ":61:2606290630CR119,5NTRFNONREF//B1\r\nMüller\r\n"
                              ":86:166?00GUTSCHRIFT?20EREF+NOTPROVIDED?21SVWZ+RE2026-?2200001\r\n"
                              "?30COBADEFFXXX?31DE89370400440532013000?32Müller & Sö?33hne\r\n"
                              ":61:260630D30,NDDTNONREF\r\n"
                              ":86:109?00RETOURE?20MREF+M1SVWZ+AC04?32Kurz KG\r\n"
                              ":62F:C260630EUR1089,50\r\n-\r\n";

constexpr const char* cancelling = R"xml(<Ntry><Amt Ccy="EUR">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-06-30</Dt></BookgDt></Ntry>
<Ntry><Amt Ccy="EUR">7.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-06-30</Dt></BookgDt></Ntry>)xml";

std::string put_before(std::string text, std::string_view place, std::string_view what)
{
    return text.insert(text.rfind(place), what);
}

/// The first element of that name.
std::string element(const std::string& text, const std::string& name)
{
    const auto begin = text.find("<" + name + ">");
    return text.substr(begin, text.rfind("</" + name + ">") + name.size() + 3 - begin);
}

std::string refusal(const std::string& bytes)
{
    const auto failure = thrown([&] { read_bank_statements(bytes); });
    return failure && failure->kind == ErrorKind::rejected ? failure->what() : "";
}

bool refused(const std::string& bytes)
{
    const auto failure = thrown([&] { read_bank_statements(bytes); });
    return failure && failure->kind == ErrorKind::rejected;
}

} // namespace

TEST_CASE("camt.053 version 02")
{
    const auto statements = read_bank_statements(camt("02", entry_02, "1119.50"));
    REQUIRE(statements.size() == 1);
    CHECK(statements[0].id == "2026-118");
    CHECK(statements[0].iban == "DE02120300000000202051");
    REQUIRE(statements[0].entries.size() == 1);
    const auto& entry = statements[0].entries[0];
    CHECK(entry.amount == Money{11'950});
    CHECK(to_string(entry.date) == "2026-06-30");
    CHECK(to_string(entry.value_date) == "2026-06-29");
    CHECK(entry.name == "Müller & Söhne");
    CHECK(entry.iban == "DE89370400440532013000");
    CHECK(entry.text == "RE2026- 00001");
    CHECK(entry.end_to_end.empty());
    CHECK(entry.reference == "B1");
}

TEST_CASE("camt.053 version 08: names at their new place, a batch split, pending entries left out")
{
    const auto statements =
        read_bank_statements(camt("08", fmt::format(fmt::runtime(batch_08), "20.00"), "970.00"));
    REQUIRE(statements[0].entries.size() == 2);
    CHECK(statements[0].entries[0].name == "Stahl AG");
    CHECK(statements[0].entries[0].end_to_end == "E1");
    CHECK(statements[0].entries[1].amount == Money{-2'000});
    CHECK(statements[0].entries[1].return_reason == "AC04");
    CHECK(statements[0].entries[1].name == "Kurz KG");
}

TEST_CASE("MT940 as German banks structure it")
{
    const auto statements = read_bank_statements(mt940);
    REQUIRE(statements.size() == 1);
    CHECK(statements[0].iban == "DE02120300000000202051");
    CHECK(statements[0].id == "00118/001/2026");
    REQUIRE(statements[0].entries.size() == 2);
    const auto& entry = statements[0].entries[0];
    CHECK(entry.amount == Money{11'950});
    CHECK(to_string(entry.date) == "2026-06-30");
    CHECK(entry.text == "RE2026-00001");
    CHECK(entry.name == "Müller & Söhne");
    CHECK(entry.reference == "B1");
    CHECK(statements[0].entries[1].mandate == "M1");
    CHECK(statements[0].entries[1].return_reason == "return");
    CHECK(statements[0].entries[1].amount == Money{-3'000});
}

TEST_CASE("a file comes in blocks of any size")
{
    const auto bytes = camt("02", entry_02, "1119.50");
    for (const std::size_t size : {1, 2, 7, 100}) {
        std::size_t place = 0;
        const auto statements = read_bank_statements([&] {
            const auto block = std::string_view(bytes).substr(place, size);
            place += block.size();
            return block;
        });
        REQUIRE(statements.size() == 1);
        REQUIRE(statements[0].entries.size() == 1);
        CHECK(statements[0].entries[0].name == "Müller & Söhne");
    }
}

TEST_CASE("entries belong to the statement that they stand in, those in comments to none")
{
    const std::string entry = entry_02;
    auto bytes = camt(
        "02", "<!-- " + entry + " --><?x <Ntry> ?><AddtlStmtInf><![CDATA[<Ntry>]]></AddtlStmtInf>",
        "1000.00");
    const auto begin = bytes.find("<Stmt>");
    const auto end = bytes.find("</BkToCstmrStmt>");
    auto second = bytes.substr(begin, end - begin);
    second.replace(second.find("2026-118"), 8, "2026-119");
    second.replace(second.rfind("1000.00"), 7, "1239.00");
    second.insert(second.rfind("</Stmt>"), entry + entry);
    bytes.insert(end, second);
    const auto statements = read_bank_statements(bytes);
    REQUIRE(statements.size() == 2);
    CHECK(statements[0].entries.empty());
    CHECK(statements[1].id == "2026-119");
    CHECK(statements[1].entries.size() == 2);
}

TEST_CASE("elements have prefixes, and the file another encoding")
{
    std::string bytes;
    for (const char c : camt("02", entry_02, "1119.50")) {
        bytes += c;
        if (bytes.ends_with("<Ntry"))
            bytes.replace(bytes.size() - 4, 4, "c:Ntry");
        if (bytes.ends_with("</Ntry"))
            bytes.replace(bytes.size() - 4, 4, "c:Ntry");
    }
    CHECK(read_bank_statements(bytes)[0].entries.size() == 1);
    auto latin = camt("02", entry_02, "1119.50");
    latin.replace(latin.find("UTF-8"), 5, "ISO-8859-1");
    for (const auto& [utf8, byte] : {std::pair{"ü", "\xFC"}, {"ö", "\xF6"}})
        latin.replace(latin.find(utf8), 2, byte);
    CHECK(read_bank_statements(latin)[0].entries[0].name == "Müller & Söhne");
}

TEST_CASE("where the entries of a statement cancel out, none is lost either")
{
    const auto sound = camt("08", cancelling, "1000.00");
    CHECK(read_bank_statements(sound)[0].entries.size() == 2);

    std::string utf16;
    for (const char c : sound)
        (utf16 += c) += '\0';
    CHECK(refusal(utf16) == "the file has zero bytes, as UTF-16 has");
    CHECK(refusal(put_before(sound, "<Ntry>", std::string_view("\0", 1))) ==
          "the file has zero bytes, as UTF-16 has");

    auto undeclared = sound.substr(sound.find("<Document"));
    undeclared.replace(undeclared.find("<Id>"), 4, "<Id>ü latin1 ?>");
    CHECK(read_bank_statements(undeclared)[0].id == "ü latin1 ?>2026-118");
}

TEST_CASE("statements and entries in data of others do not count")
{
    const std::string others = "<SplmtryData><Envlp>{}</Envlp></SplmtryData>";
    const auto with = [&](const char* what) { return fmt::format(fmt::runtime(others), what); };
    for (const auto* what : {"<Stmt/>", "<q:Stmt xmlns:q='u'><Id>x</Id></q:Stmt>",
                             "<SplmtryData/><BkToCstmrStmt><Stmt></Stmt></BkToCstmrStmt>"}) {
        auto bytes = camt("08", with(what) + cancelling + with(what), "1000.00");
        bytes = put_before(bytes, "</BkToCstmrStmt><", element(bytes, "Stmt") + with(what));
        const auto statements = read_bank_statements(bytes);
        REQUIRE(statements.size() == 2);
        CHECK(statements[0].entries.size() == 2);
        CHECK(statements[1].entries.size() == 2);
    }
    const auto within = put_before(cancelling, "</Ntry>", with("<Ntry/><Ntry><Amt/></Ntry>"));
    CHECK(read_bank_statements(camt("08", within, "1000.00"))[0].entries.size() == 2);
}

TEST_CASE("statements and entries where none is read are refused")
{
    const auto sound = camt("08", cancelling, "1000.00");
    const auto statement = element(sound, "Stmt");
    const auto empty = element(camt("08", "", "1000.00"), "Stmt");
    const std::string entry = "an element 'Ntry' does not stand where camt.053 has it";
    CHECK(refusal(put_before(sound, "</BkToCstmrStmt>", cancelling)) == entry);
    CHECK(refusal(put_before(sound, "</Document>", cancelling)) == entry);
    CHECK(refusal(put_before(sound, "</Document>", statement)) ==
          "an element 'Stmt' does not stand where camt.053 has it");
    CHECK(refusal(put_before(sound, "</Stmt>", "<TxsSummry><Ntry/></TxsSummry>")) == entry);
    for (const auto* place : {"</Stmt>", "</Document>"})
        CHECK(refusal(put_before(sound, place, "<SplmtryData/>" + empty)) ==
              "an element 'Stmt' does not stand where camt.053 has it");
    CHECK(refusal(put_before(sound, "</Document>", "<SplmtryData><Ntry/></SplmtryData>")) == entry);
}

TEST_CASE("every message of a document is read, and a file is one document")
{
    const auto sound = camt("08", cancelling, "1000.00");
    const auto message = element(sound, "BkToCstmrStmt");
    const auto statements = read_bank_statements(put_before(sound, "</Document>", message));
    REQUIRE(statements.size() == 2);
    CHECK(statements[0].entries.size() == 2);
    CHECK(statements[1].entries.size() == 2);

    for (const auto& more : {sound, camt("08", "", "1000.00"), std::string(mt940),
                             std::string("<a/>"), std::string("<![CDATA[x]]>")})
        CHECK(refusal(sound + "\n" + more) == "the file holds more than one XML document");
    CHECK(refusal("<a/>" + sound) == "the file holds more than one XML document");
    CHECK(read_bank_statements(sound + " \n<!-- end --><?end ?>\n").size() == 1);
}

TEST_CASE("a tag ends behind the values of its attributes")
{
    auto bytes = camt("08", cancelling, "1000.00");
    bytes.replace(bytes.find("<Ntry>"), 6, R"(<Ntry a='"/>' b="'>" >)");
    bytes.replace(bytes.rfind("<Ntry>"), 6, R"(<Ntry a="</Ntry>" b='<Ntry>'>)");
    bytes.replace(bytes.find("<Stmt>"), 6, R"(<Stmt a="/>" b='<Stmt/>'>)");
    CHECK(read_bank_statements(bytes)[0].entries.size() == 2);
    CHECK(refused(put_before(bytes, "<BookgDt>", "<a b='>")));
}

TEST_CASE("what is not well-formed is told by its place in the file")
{
    const auto sound = camt("02", std::string(entry_02) + entry_02, "1239.00");
    const auto told = [](std::string bytes, std::size_t place) {
        bytes.insert(place, "<");
        const auto failure = thrown([&] { read_bank_statements(bytes); });
        REQUIRE(failure);
        return std::string(failure->what());
    };
    const auto in_entry = sound.rfind("B1</AcctSvcrRef>");
    CHECK(told(sound, in_entry).find(fmt::format("byte {}:", in_entry + 4)) != std::string::npos);
    const auto behind = sound.find("</BkToCstmrStmt>");
    CHECK(told(sound, behind).find(fmt::format("byte {}:", behind + 1)) != std::string::npos);
}

TEST_CASE("what is wrong, cut off or hostile is refused")
{
    CHECK(refused(camt("02", entry_02, "1119.51")));                                    // balance
    CHECK(refused(camt("08", fmt::format(fmt::runtime(batch_08), "20.01"), "970.00"))); // batch
    CHECK(refused(camt("03", entry_02, "1119.50")));
    CHECK(refused(camt("02", entry_02, "1119.50").substr(0, 900)));
    CHECK(refused(camt("02", "<Ntry><Amt Ccy=\"USD\">1</Amt><Sts>BOOK</Sts></Ntry>", "1001.00")));
    CHECK(refused("<!DOCTYPE x [<!ENTITY a \"b\">]>" + camt("02", entry_02, "1119.50")));
    CHECK(refused(""));
    for (const auto* wrong : {"<Ntry/>", "<Ntry>", "</Ntry>", "<Ntry><Amt></Ntry>", "<Ntry"})
        CHECK(refused(camt("02", wrong, "1000.00")));
    CHECK(refused("no statement"));
    CHECK(refused(std::string(mt940).substr(0, 300)));
    auto wrong = std::string(mt940);
    wrong.replace(wrong.find("119,5"), 5, "119,6");
    CHECK(refused(wrong));
    CHECK(bank_amount("12", '.') == Money{1'200});
    CHECK(bank_amount("12.300", '.') == Money{1'230});
    for (const auto* text : {"", ".5", "1.234", "-1", "1e3", "1,5", "99999999999999999"})
        CHECK(thrown([&] { bank_amount(text, '.'); }));
}

} // namespace crm::test
