// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"
#include "crm/format/mail.hpp"
#include "crm/format/mail_message.hpp"
#include "crm/format/mail_transfer.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

namespace crm::test
{

namespace
{

using namespace std::string_literals;
using std::chrono::sys_days;

MailMessage letter()
{
    MailMessage message;
    message.from = {"Eigene Handels GmbH", "werbung@eigene.example"};
    message.to = {"Eva Müller", "eva@mueller.example"};
    message.subject = "Neues für Müller & Söhne";
    message.text = "Guten Tag Frau Müller,\n\nes gibt Neues.\n";
    message.html = "<p>Guten Tag Frau Müller,</p>";
    message.message_id = "1.2@eigene.example";
    message.sent = sys_days(std::chrono::year(2026) / 6 / 30) + std::chrono::hours(12);
    message.offset = 120;
    return message;
}

std::vector<std::string_view> lines_of(std::string_view mail)
{
    std::vector<std::string_view> lines;
    while (!mail.empty()) {
        const auto end = mail.find("\r\n");
        REQUIRE(end != mail.npos);
        lines.push_back(mail.substr(0, end));
        mail.remove_prefix(end + 2);
    }
    return lines;
}

/// Seven bits, lines as long as they may be, no line break but CRLF.
void check_lines(std::string_view mail)
{
    for (const auto line : lines_of(mail)) {
        INFO(std::string(line));
        CHECK(line.size() <= 78);
        for (const char c : line)
            CHECK((c >= ' ' && c <= '~'));
    }
}

std::size_t count(std::string_view text, std::string_view part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

/// Umlauts, emoji, quotes, commas, encoded words, blanks, line breaks, and words without end.
std::string wild_text(std::mt19937& random)
{
    constexpr std::array<const char*, 18> pieces = {
        "ä",  "Ö", "ß",  "🙂", "\"",    "\\",       ",",    "<x@y.de>", "=?utf-8?q?a?=",
        "\n", "a", "\r", "%",    "From ", "Bcc: e@f", "日本", "=_crm",    "."};
    std::string text;
    for (auto left = random() % 60; left > 0; --left)
        text.append(random() % 3 == 0 ? " " : "").append(pieces.at(random() % pieces.size()));
    return random() % 5 == 0 ? text.append(200, 'w') : text;
}

/// The name before an address.
std::string name_in(std::string_view field)
{
    auto name = trim(field.substr(0, std::min(field.rfind('<'), field.size())));
    if (field.find('<') == field.npos)
        return "";
    if (!name.starts_with('"'))
        return decode_words(name);
    std::string content;
    for (name = name.substr(1, name.size() - 2); !name.empty(); name.remove_prefix(1)) {
        if (name.front() == '\\')
            name.remove_prefix(1);
        content += name.front();
    }
    return content;
}

std::string with_simple_breaks(std::string_view text)
{
    std::string simple;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] != '\r')
            simple += text[at];
        else if (text.substr(at, 2) != "\r\n")
            simple += '\n';
    return simple;
}

} // namespace

TEST_CASE("a message as it is sent")
{
    auto message = letter();
    message.reply_to = MailAddress{"", "antwort@eigene.example"};
    message.unsubscribe = {"mailto:ab@eigene.example?subject=x", "https://eigene.example/ab?n=1"};
    CHECK(write_mail(message) ==
          "Date: Tue, 30 Jun 2026 14:00:00 +0200\r\n"
          "From: Eigene Handels GmbH <werbung@eigene.example>\r\n"
          "Reply-To: antwort@eigene.example\r\n"
          "To: =?utf-8?q?Eva_M=C3=BCller?= <eva@mueller.example>\r\n"
          "Subject: =?utf-8?q?Neues_f=C3=BCr_M=C3=BCller_=26_S=C3=B6hne?=\r\n"
          "Message-ID: <1.2@eigene.example>\r\n"
          "List-Unsubscribe: <mailto:ab@eigene.example?subject=x>,\r\n"
          " <https://eigene.example/ab?n=1>\r\n"
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
          "MIME-Version: 1.0\r\n"
          "Content-Type: multipart/alternative; boundary=\"=_crm_alternative\"\r\n"
          "\r\n"
          "--=_crm_alternative\r\n"
          "Content-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: quoted-printable\r\n"
          "\r\n"
          "Guten Tag Frau M=C3=BCller,\r\n"
          "\r\n"
          "es gibt Neues.\r\n"
          "--=_crm_alternative\r\n"
          "Content-Type: text/html; charset=utf-8\r\n"
          "Content-Transfer-Encoding: quoted-printable\r\n"
          "\r\n"
          "<p>Guten Tag Frau M=C3=BCller,</p>\r\n"
          "--=_crm_alternative--\r\n");
}

TEST_CASE("one click unsubscribes only where there is a page, and nothing where there is nothing")
{
    auto message = letter();
    CHECK(write_mail(message).find("Unsubscribe") == std::string::npos);
    message.unsubscribe = {"mailto:ab@eigene.example"};
    const auto mail = write_mail(message);
    CHECK(mail.find("List-Unsubscribe: <mailto:ab@eigene.example>\r\n") != std::string::npos);
    CHECK(mail.find("One-Click") == std::string::npos);
    for (const char* bad : {"https://a b", "https://a>\r\nBcc: x@y.example", "https://müller.de"}) {
        message.unsubscribe = {bad};
        CHECK(throws(ErrorKind::rejected, [&] { write_mail(message); }));
    }
}

TEST_CASE("names: plain, in quotes, as encoded words")
{
    const auto field = [](const char* name) {
        return mail_field("To", MailAddress{name, "a@b.example"});
    };
    CHECK(field("") == "To: a@b.example\r\n");
    CHECK(field("Eva Meier") == "To: Eva Meier <a@b.example>\r\n");
    CHECK(field("Meier, Eva \"Evi\"") == "To: \"Meier, Eva \\\"Evi\\\"\" <a@b.example>\r\n");
    CHECK(field("=?utf-8?q?Chef?=") ==
          "To: =?utf-8?q?=3D=3Futf-8=3Fq=3FChef=3F=3D?= <a@b.example>\r\n");
    CHECK(field("A\r\nBcc: alle@b.example\t\n") ==
          "To: \"A Bcc: alle@b.example\" <a@b.example>\r\n");
    CHECK(field("A\x01\x7F\xC2\x85\xE2\x80\xA8"
                "B") == "To: A B <a@b.example>\r\n");
}

TEST_CASE("a long subject is folded where it has blanks, and cut into encoded words where not")
{
    const std::string long_words = "Einladung zur Hausmesse der Firma Meier und zu allen anderen "
                                   "Veranstaltungen im kommenden Herbst";
    CHECK(mail_field("Subject", long_words) ==
          "Subject: Einladung zur Hausmesse der Firma Meier und zu allen anderen\r\n"
          " Veranstaltungen im kommenden Herbst\r\n");
    const std::string umlauts = "ä🙂ä🙂ä🙂ä🙂ä🙂ä🙂";
    CHECK(mail_field("Subject", umlauts) ==
          "Subject: =?utf-8?q?=C3=A4=F0=9F=99=82=C3=A4=F0=9F=99=82=C3=A4=F0=9F=99=82?=\r\n"
          " =?utf-8?q?=C3=A4=F0=9F=99=82=C3=A4=F0=9F=99=82=C3=A4=F0=9F=99=82?=\r\n");
    const std::string one_word = "äääääääää";
    CHECK(mail_field("Resent-From", MailAddress{one_word, "a@b.example"}) ==
          "Resent-From:\r\n"
          " =?utf-8?q?=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4?=\r\n"
          " <a@b.example>\r\n");
    CHECK(mail_field("Subject", std::string(70, 'x')).starts_with("Subject: =?utf-8?q?xxx"));
}

TEST_CASE("lines of a body: nothing at an end that is lost, nothing at a beginning that means more")
{
    CHECK(encode_mail_quoted("") == "");
    CHECK(encode_mail_quoted("a=b\tc \r\nd\re") == "a=3Db\tc=20\r\nd\r\ne\r\n");
    CHECK(encode_mail_quoted("From here\n.\n..\n") == "=46rom here\r\n=2E\r\n..\r\n");
    CHECK(encode_mail_quoted(std::string(80, 'x')) ==
          std::string(75, 'x') + "=\r\n" + std::string(5, 'x') + "\r\n");
    CHECK(encode_mail_quoted(std::string(74, 'x') + "ü") ==
          std::string(74, 'x') + "=\r\n=C3=BC\r\n");
}

TEST_CASE("what is written is read back the same, whatever the texts hold")
{
    std::mt19937 random(26);
    for (int turn = 0; turn < 500; ++turn) {
        auto message = letter();
        message.from.name = wild_text(random);
        message.to.name = wild_text(random);
        message.subject = wild_text(random);
        message.text = wild_text(random);
        message.html = wild_text(random);
        const auto mail = write_mail(message);
        CAPTURE(mail);
        check_lines(mail);
        CHECK(split_part(mail).fields.size() == 7);
        CHECK(count(mail, "\r\n--=_crm_alternative") == 3);
        const auto read = read_mail(mail);
        CHECK(read.from == std::vector<std::string>{"werbung@eigene.example"});
        CHECK(read.to == std::vector<std::string>{"eva@mueller.example"});
        CHECK(read.subject == header_text(message.subject));
        CHECK(read.sent == message.sent);
        CHECK(read.message_id == message.message_id);
        CHECK(name_in(split_part(mail).field("to")) == header_text(message.to.name));
        CHECK(name_in(split_part(mail).field("from")) == header_text(message.from.name));
    }
}

TEST_CASE("a body comes back byte by byte, but for the kind of its line breaks")
{
    std::mt19937 random(27);
    for (int turn = 0; turn < 500; ++turn) {
        const auto text = wild_text(random);
        auto back = with_simple_breaks(decode_mail_quoted(encode_mail_quoted(text)));
        auto wanted = with_simple_breaks(text);
        if (!wanted.empty() && wanted.back() != '\n')
            wanted += '\n';
        CHECK(back == wanted);
    }
}

TEST_CASE("addresses: umlauts only in the domain, nothing that a header would read otherwise")
{
    CHECK(writable_address("Eva.Meier+x@Firma.example") == "Eva.Meier+x@Firma.example");
    CHECK(writable_address("info@müller.example") == "info@xn--mller-kva.example");
    CHECK(writable_address("info@straße.example") == "info@xn--strae-oqa.example");
    for (const char* bad : {"", "eva", "@firma.example", "eva@", "evä@firma.example",
                            "\"e v\"@firma.example", "a,b@firma.example", "a@b.example\r\nBcc: c",
                            "a@b c.example", "a@b.example>", "a b@firma.example"})
        CHECK_MESSAGE(!writable_address(bad), std::string(bad));
    auto message = letter();
    message.to.address = "evä@mueller.example";
    const auto failure = thrown([&] { write_mail(message); });
    REQUIRE(failure);
    CHECK(failure->kind == ErrorKind::rejected);
    CHECK(failure->what() == "'evä@mueller.example' cannot be the address of an e-mail"s);
}

TEST_CASE("days and zones of a message")
{
    const auto day = sys_days(std::chrono::year(2027) / 1 / 1);
    CHECK(mail_date(day, 0) == "Fri, 01 Jan 2027 00:00:00 +0000");
    CHECK(mail_date(day, -210) == "Thu, 31 Dec 2026 20:30:00 -0330");
    CHECK(mail_date(day + std::chrono::seconds(9), 60) == "Fri, 01 Jan 2027 01:00:09 +0100");
    CHECK(parse_mail_date(mail_date(day, -210)) == day);
}

} // namespace crm::test
