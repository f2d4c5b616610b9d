// SPDX-License-Identifier: MIT
#include "crm/base/date.hpp"
#include "crm/base/text.hpp"
#include "crm/format/html_text.hpp"
#include "crm/format/mail.hpp"
#include "crm/format/mail_header.hpp"
#include "crm/format/mail_transfer.hpp"
#include "tests/unit/format/mail_files.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Texts = std::vector<std::string>;

std::string sent(const Mail& mail)
{
    if (!mail.sent)
        return "";
    const auto day = std::chrono::floor<std::chrono::days>(*mail.sent);
    const auto minute = std::chrono::duration_cast<std::chrono::minutes>(*mail.sent - day).count();
    return to_string(LocalTime{day, static_cast<int>(minute)});
}

} // namespace

TEST_CASE("a mail as Outlook writes it")
{
    const auto mail = saved_mail("outlook");
    CHECK(mail.message_id == "AM0PR04MB1234567890@AM0PR04.eurprd04.prod.outlook.com");
    CHECK(sent(mail) == "2026-06-30T07:14");
    CHECK(mail.from == Texts{"eva.mueller@mueller.example"});
    CHECK(mail.to == Texts{"anna.berg@muster.example"});
    CHECK(mail.cc == Texts{"karl.lehmann@mueller.example"});
    CHECK(mail.subject == "Angebot für Hydraulik-Schläuche und die Pumpen");
    CHECK(mail.text ==
          "Guten Tag Frau Berg,\n\nbitte senden Sie uns Ihr Angebot über 40 Stück. Der "
          "Preis sollte unter 12 € liegen.\n\nMit freundlichen Grüßen\nEva Müller");
}

TEST_CASE("a mail as Thunderbird writes it, eight bits in the header")
{
    const auto mail = saved_mail("thunderbird");
    CHECK(mail.from == Texts{"anna.berg@muster.example"});
    CHECK(mail.to == Texts{"eva.mueller@mueller.example"});
    CHECK(sent(mail) == "2026-06-29T14:02");
    CHECK(mail.subject == "Rückfrage zur Lieferung");
    CHECK(mail.text == "Hallo Frau Müller,\n\nwann dürfen wir liefern?\n\n--\nAnna Berg");
}

TEST_CASE("mails as Apple's and Google's programs write them")
{
    const auto apple = saved_mail("apple");
    CHECK(apple.subject == "Termin am 3. Juli – passt");
    CHECK(sent(apple) == "2026-06-28T22:40");
    CHECK(apple.text ==
          "Grüße vom Telefon – Termin am 3. Juli passt.\n\nGesendet von meinem iPhone");
    const auto gmail = saved_mail("gmail");
    CHECK(gmail.from == Texts{"eva@example.com"});
    CHECK(gmail.to == Texts{"anna.berg@muster.example", "ab@muster.example"});
    CHECK(sent(gmail) == "2026-06-26T18:59");
    CHECK(gmail.message_id == "CAKx+abc=def@mail.gmail.com");
    CHECK(gmail.text == "passt so, danke!");
}

TEST_CASE("a mail with nothing but HTML, groups of addresses, an old date")
{
    const auto mail = saved_mail("html-only");
    CHECK(mail.from == Texts{"newsletter@shop.example"});
    CHECK(mail.to == Texts{});
    CHECK(mail.cc == Texts{"a@b.example", "c@d.example"});
    CHECK(sent(mail) == "2026-06-27T12:00");
    CHECK(mail.message_id.empty());
    CHECK(mail.text == "Preise & mehr: 5 € < 6€\n\nerstens\nzweitens\nZeile\nGrüße");
}

TEST_CASE("a mail of an old program")
{
    const auto mail = saved_mail("old-program");
    CHECK(mail.from == Texts{"eva@example.com"});
    CHECK(mail.subject == "Grüße");
    CHECK(sent(mail) == "2026-06-25T10:00");
    CHECK(mail.text == "Preis 5 € je Stück");
}

TEST_CASE("what is broken is read as far as it goes, what is no mail is refused")
{
    const auto cut = read_mail("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n"
                               "--x\nContent-Transfer-Encoding: base64\n\nR3LDvMOfZQ");
    CHECK(cut.text == "Grüße");
    CHECK(read_mail("From: a@b.example\nno header\nText").text == "no header\nText");
    CHECK(read_mail("From: a@b.example\nSubject: =?x-none?Q?Gr=FC=DFe?=\n").subject == "Grüße");
    CHECK(read_mail("From x Mon Jun 1\nFrom: a@b.example\n\nT").text == "T");
    std::string deep = "From: a@b.example\n";
    for (int i = 0; i < 1000; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
    CHECK(read_mail(deep).text.empty());
    for (const auto* text : {"", "\n", "x", "Subject: x\n\nText", "PK\x03\x04"})
        CHECK(throws(ErrorKind::rejected, [&] { read_mail(text); }));
}

TEST_CASE("encoded words: blanks between them go, others stay; what is none stays as it is")
{
    CHECK(decode_words("=?utf-8?Q?a?= =?utf-8?Q?b?= c") == "ab c");
    CHECK(decode_words("=?utf-8*de?q?x_=3D_y?=") == "x = y");
    CHECK(decode_words("=?utf-8?B?w7w=?= =?iso-8859-1?Q?=FC?=") == "üü");
    CHECK(decode_words("=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=") == "ü"); // a character cut in two
    CHECK(decode_words("2 =? 3 ?= 4") == "2 =? 3 ?= 4");
    CHECK(decode_words("=?utf-8?X?a?=") == "=?utf-8?X?a?=");
    CHECK(decode_words("=?utf-8?Q?") == "=?utf-8?Q?");
}

TEST_CASE("quoted-printable and base64")
{
    CHECK(decode_mail_quoted("a=20b=\r\nc=3d=") == "a bc==");
    CHECK(decode_mail_quoted("a = \n b") == "a  b");
    CHECK(decode_base64("QUJD\r\nRA==") == "ABCD");
    CHECK(decode_base64("Q") == "");
}

TEST_CASE("values with parameters, addresses, dates")
{
    const auto type = parse_mail_value("Text/Plain (x); Charset=\"a;b\"; name*0=\"ab\"; name*1=c");
    CHECK(type.value == "text/plain");
    CHECK(type.parameter("charset") == "a;b");
    CHECK(type.parameter("name") == "abc");
    CHECK(parse_addresses("\"a, b\" <X@Y.example>, <@r.example:c@d.example>, e") ==
          Texts{"x@y.example", "c@d.example"});
    CHECK(parse_mail_date("Wed, 1 Jul 2026 00:30 +0200") ==
          parse_mail_date("30 Jun 2026 22:30:00 UT"));
    CHECK(parse_mail_date("31 Feb 2026 10:00:00 +0000") == std::nullopt);
    CHECK(parse_mail_date("morgen") == std::nullopt);
}

TEST_CASE("HTML as a person reads it")
{
    CHECK(html_text("a < b &foo; &#x41;&#0;") == "a < b &foo; A&#0;");
    CHECK(html_text("<p>eins</p>\n\n<p>zwei\n drei</p>") == "eins\n\nzwei drei");
    CHECK(html_text("<table><tr><td>a<td>b</tr></table>") == "a b");
    CHECK(html_text("x<!-- <p> -->y<STYLE>z</STYLE>") == "xy");
}

} // namespace crm::test
