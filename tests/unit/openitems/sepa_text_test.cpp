// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/remittance.hpp"
#include "crm/openitems/sepa/text.hpp"
#include "tests/unit/openitems/documents.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("texts in the characters that banks take")
{
    CHECK(sepa_text("Müller & Söhne GmbH", 70) == "Mueller + Soehne GmbH");
    CHECK(sepa_text("Café Łódź, Straße 7", 70) == "Cafe Lodz, Strasse 7");
    CHECK(sepa_text("<b>\"10 %\"</b>; [x]_{y} a|b\\c", 70) == "(b)'10 .'(/b), (x)-(y) a/b/c");
    CHECK(sepa_text("12 € – „gut“ … ’s", 70) == "12 EUR - 'gut' ... 's");
    CHECK(sepa_text("Ω 日本 \xF0\x9F\x98\x80!", 70) == ". .. ..");
    CHECK(sepa_text(" \t a\n\r b\xC2\xA0 c\x01 ", 70) == "a b c");
    CHECK(sepa_text("/-?:().,'+ aZ09", 70) == "/-?:().,'+ aZ09");
    CHECK(sepa_text(std::string(200, 'x'), 70) == std::string(70, 'x'));
    CHECK(sepa_text("aaa bbb", 4) == "aaa"); // no blank at the end
    CHECK(sepa_text("ääää", 5) == "aeaea");
    CHECK(sepa_text("", 70).empty());
    CHECK(sepa_text("a\xFFz", 70).size() == 3);
}

TEST_CASE("identifiers are taken as they are or not at all")
{
    CHECK(is_sepa_id("RE2026-00001"));
    CHECK(is_sepa_id("R/26/7"));
    CHECK(is_sepa_id(std::string(35, 'x')));
    for (const auto& wrong : {std::string(36, 'x'), std::string(), std::string(" a"),
                              std::string("a "), std::string("/a"), std::string("a/"),
                              std::string("a//b"), std::string("Ä"), std::string("a&b")}) {
        CAPTURE(wrong);
        CHECK_FALSE(is_sepa_id(wrong));
    }
}

TEST_CASE("countries of SEPA and of the economic area")
{
    CHECK(in_sepa("DE89370400440532013000"));
    CHECK(in_economic_area("DE89370400440532013000"));
    CHECK(in_economic_area("NO9386011117947"));
    for (const auto* outside : {"CH93", "GB29", "MC58", "RS35"}) {
        CAPTURE(outside);
        CHECK(in_sepa(outside));
        CHECK_FALSE(in_economic_area(outside));
    }
    CHECK_FALSE(in_sepa("TR33"));
    CHECK_FALSE(in_sepa("AE07"));
}

namespace
{

SepaPayment payment()
{
    SepaPayment payment;
    payment.document = "ER2026-00001";
    payment.reference = "R 26/7";
    payment.document_date = on("2026-06-01");
    return payment;
}

} // namespace

TEST_CASE("what the other side reads")
{
    auto wanted = payment();
    CHECK(remittance_text(SepaKind::transfer, wanted) ==
          "Rechnung R 26/7 vom 2026-06-01, unser Beleg ER2026-00001");
    wanted.skonto = Money{7'140};
    CHECK(remittance_text(SepaKind::transfer, wanted) ==
          "Rechnung R 26/7 vom 2026-06-01, abzgl. Skonto 71.40, unser Beleg ER2026-00001");
    wanted.party.language = "en";
    CHECK(remittance_text(SepaKind::transfer, wanted) ==
          "Invoice R 26/7 of 2026-06-01, less discount 71.40, our number ER2026-00001");
    CHECK(remittance_text(SepaKind::debit, wanted) ==
          "Invoice ER2026-00001 of 2026-06-01, less discount 71.40, your reference R 26/7");
    wanted.party.language = "de";
    wanted.skonto = {};
    CHECK(remittance_text(SepaKind::debit, wanted) ==
          "Rechnung ER2026-00001 vom 2026-06-01, Ihr Zeichen R 26/7");
    wanted.reference.clear();
    CHECK(remittance_text(SepaKind::transfer, wanted) == "Rechnung ER2026-00001 vom 2026-06-01");
    wanted.document = wanted.reference = std::string(200, 'W');
    wanted.skonto = Money{99'999'999'999};
    CHECK(remittance_text(SepaKind::transfer, wanted).size() <= 140);
    CHECK(remittance_text(SepaKind::transfer, wanted).ends_with(std::string(35, 'W')));
}

TEST_CASE("the id that statements bring back is the document's number where it can be one")
{
    std::vector<SepaPayment> payments(5, payment());
    payments[1].document_id = 7; // a number that is taken
    payments[2].document = "R\xC3\x9C-1";
    payments[2].document_id = 8;
    payments[3].document = "CRM-9";
    payments[4].document = std::string(36, '1');
    payments[4].document_id = 9;
    give_end_to_end_ids(payments);
    CHECK(payments[0].end_to_end == "ER2026-00001");
    CHECK(payments[1].end_to_end == "CRM-7");
    CHECK(payments[2].end_to_end == "CRM-8");
    CHECK(payments[3].end_to_end == "CRM-9");
    CHECK(payments[4].end_to_end == "CRM-9-");
}

} // namespace crm::test
