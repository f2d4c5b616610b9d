// SPDX-License-Identifier: MIT
#include "crm/format/mail.hpp"
#include "crm/mailing/message.hpp"
#include "tests/unit/mailing/campaign.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr MailTime noon_utc{std::chrono::sys_days(today) + std::chrono::hours(12), 0};

/// The message to Kurz KG, or to another recipient, from a template.
std::string message_from(Store& store, std::string_view file, std::int64_t contact = kurz)
{
    if (value(store, "SELECT count(*) FROM mailing") == "0")
        created(store, mailing_of("Frühjahr"));
    const auto mailing = mailing_by_name(store, "Frühjahr");
    const auto recipients = frozen_of(store, mailing.id, contact);
    return MessageWriter(store, mailing, file, noon_utc).message(recipients.at(0).recipient);
}

Store sender_store()
{
    auto store = campaign_store();
    Transaction transaction(store);
    set_setting(store, "mailing.from", "Büro <buero@eigene.example>");
    transaction.commit();
    return store;
}

void set(Store& store, const char* key, const char* text)
{
    Transaction transaction(store);
    set_setting(store, key, text);
    transaction.commit();
}

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != text.npos;
}

} // namespace

TEST_CASE("a template is headers, a text and HTML, of which much may be missing")
{
    const auto whole =
        parse_message_template("\xEF\xBB\xBFSubject: Neu\r\n es\r\nFROM: a@b.example\r\n"
                               "reply-to: c@d.example\r\n\r\nText\r\n\r\nmehr\r\n"
                               "<!DOCTYPE html>\r\n<html>x</html>\r\n");
    CHECK(whole.subject == "Neu es");
    CHECK(whole.from == "a@b.example");
    CHECK(whole.reply_to == "c@d.example");
    CHECK(whole.text == "Text\n\nmehr");
    CHECK(whole.html == "<!DOCTYPE html>\n<html>x</html>\n");
    const auto text = parse_message_template("Hallo: so geht es, ohne Betreff");
    CHECK(text.subject.empty());
    CHECK(text.text == "Hallo: so geht es, ohne Betreff");
    CHECK(parse_message_template(" <HTML>x</HTML>").text.empty());
    CHECK(throws(ErrorKind::usage, [] { parse_message_template(""); }));
    CHECK(throws(ErrorKind::usage, [] { parse_message_template("Subject: x\n\n \n"); }));
    CHECK(throws(ErrorKind::usage, [] { parse_message_template("Subject: x\nBcc: y\n\nz"); }));
    CHECK(throws(ErrorKind::usage, [] { parse_message_template("Subject: x\nText\n"); }));
    CHECK(throws(ErrorKind::usage, [] { parse_message_template("\xFF"); }));
}

TEST_CASE("HTML made of a text shows the same, and its links")
{
    CHECK(html_of_text("a < b & \"c\"\nd\n\n\ne") ==
          "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n"
          "<p>a &lt; b &amp; &quot;c&quot;<br>\nd</p>\n<p>e</p>\n</body>\n</html>\n");
    CHECK(has(html_of_text("siehe https://a.example/x?y=1&z=2."),
              "<p>siehe <a href=\"https://a.example/x?y=1&amp;z=2\">"
              "https://a.example/x?y=1&amp;z=2</a>.</p>"));
    CHECK(has(html_of_text("javascript:x http://"), "<p>javascript:x"));
}

TEST_CASE("values are escaped in the HTML only, and every key of the recipients is known")
{
    auto store = sender_store();
    change(store, "UPDATE contact SET name = 'K & <b>' WHERE id = 5");
    std::string keys = "Subject: {{name}}\n\n";
    for (const auto& column : recipient_columns())
        keys.append("{{").append(column.key).append("}}");
    const auto mail =
        message_from(store, keys + "{{mailing}} {{sender}}\n<html>{{name}}{{{name}}}</html>\n");
    CHECK(has(mail, "Subject: K & <b>\r\n"));
    CHECK(has(mail, "<html>K &amp; &lt;b&gt;K & <b>"));
    CHECK(has(read_mail(mail).text, "Fr\u00FChjahr Eigene GmbH"));
    const auto unknown = thrown([&] { message_from(store, "{{firma}}"); });
    REQUIRE(unknown);
    CHECK(unknown->kind == ErrorKind::usage);
    CHECK(has(unknown->hint, "letter_salutation"));
    CHECK(throws(ErrorKind::usage, [&] { message_from(store, "Subject: {{firma}}\n\nx"); }));
    CHECK(throws(ErrorKind::usage, [&] { message_from(store, "<html>{{firma}}</html>"); }));
}

TEST_CASE("days and amounts are written as the recipient reads them")
{
    auto store = sender_store();
    bought(store, kurz, "2026-03-02", 123'456);
    bought(store, berta, "2026-03-02", 123'456);
    change(store, "UPDATE contact SET language = 'en' WHERE id = 6");
    change(store,
           "INSERT INTO contact_order_index (contact_id, last_sale) VALUES (5, '2026-03-02')");
    CHECK(has(read_mail(message_from(store, "{{last_order}} {{revenue}}")).text,
              "02.03.2026 1.234,56"));
    CHECK(has(read_mail(message_from(store, "{{revenue}}", berta)).text, "1,234.56"));
}

TEST_CASE("every message says who sends it and where to object, unless the template does")
{
    auto store = sender_store();
    const auto plain = message_from(store, "Hallo");
    const auto link = "mailto:buero@eigene.example?subject=unsubscribe%20Fr%C3%BChjahr%2010004";
    CHECK(has(read_mail(plain).text, "--\nEigene GmbH\nKeine Werbung mehr: " + std::string(link)));
    CHECK(has(plain, "List-Unsubscribe: <" + std::string(link) + ">\r\n"));
    CHECK_FALSE(has(plain, "One-Click"));
    change(store, "UPDATE contact SET language = 'en' WHERE id = 5");
    CHECK(has(read_mail(message_from(store, "Hello")).text, "Unsubscribe: mailto:"));
    const auto own = message_from(store, "Weg: {{unsubscribe}}\n<html><BODY>x</BODY></html>");
    CHECK(has(read_mail(own).text, "Weg: " + std::string(link)));
    CHECK_FALSE(has(own, "Keine Werbung"));
    const auto page = message_from(store, "<html><BODY>x</BODY></html>");
    CHECK(page.find("<hr>") < page.find("</BODY>"));
}

TEST_CASE("with a page to unsubscribe one click does, its values coded for an address")
{
    auto store = sender_store();
    set(store, "mailing.unsubscribe",
        "mailto:ab@eigene.example https://eigene.example/ab?m={{mailing}}&e={{email}}");
    const auto mail = message_from(store, "Weg: {{unsubscribe}}");
    CHECK(has(mail, "List-Unsubscribe: <mailto:ab@eigene.example>,\r\n"
                    " <https://eigene.example/ab?m=Fr%C3%BChjahr&e=info%40kurz.example>\r\n"
                    "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    CHECK(has(read_mail(mail).text, "Weg: https://eigene.example/ab?m="));
    set(store, "mailing.unsubscribe", "https://eigene.example/{{firma}}");
    CHECK(throws(ErrorKind::usage, [&] { message_from(store, "x"); }));
}

TEST_CASE("the sender is that of the template, of the settings, or the own company")
{
    auto store = sender_store();
    set(store, "mailing.reply_to", "antwort@eigene.example");
    const auto mail = message_from(store, "x");
    CHECK(read_mail(mail).from == std::vector<std::string>{"buero@eigene.example"});
    CHECK(has(mail, "Reply-To: antwort@eigene.example\r\n"));
    CHECK(has(message_from(store, "From: Ich <ich@eigene.example>\n\nx"),
              "From: Ich <ich@eigene.example>\r\n"));
    set(store, "mailing.from", "");
    CHECK(throws(ErrorKind::rejected, [&] { message_from(store, "x"); }));
    change(store, "UPDATE contact SET email = 'info@eigene.example;b@c.example' WHERE id = 1");
    CHECK(has(message_from(store, "x"), "From: Eigene GmbH <info@eigene.example>\r\n"));
    for (const char* bad : {"Eva", "a@b", "Eva <a@b.example> x"})
        CHECK(throws(ErrorKind::rejected, [&] { set(store, "mailing.from", bad); }));
    for (const char* bad : {"http://a.example", "https://a.example/<x>", "ab@eigene.example"})
        CHECK(throws(ErrorKind::rejected, [&] { set(store, "mailing.unsubscribe", bad); }));
}

TEST_CASE("the same message has the same Message-ID, another one another")
{
    auto store = sender_store();
    const auto id = [&](std::string_view file, std::int64_t contact = kurz) {
        return read_mail(message_from(store, file, contact)).message_id;
    };
    CHECK(id("x") == id("x"));
    CHECK(id("x") != id("y"));
    CHECK(id("x") != id("x", berta));
    CHECK(id("x").ends_with("@eigene.example"));
}

} // namespace crm::test
