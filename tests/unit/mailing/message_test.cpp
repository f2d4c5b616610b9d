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
    const bool headed = file.starts_with("Subject:") || file.starts_with("From:");
    return MessageWriter(store, mailing, (headed ? "" : "Subject: Neu\n\n") + std::string(file),
                         noon_utc)
        .message(recipients.at(0).recipient);
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

/// The text as it is read, and the HTML as it is sent.
std::pair<std::string, std::string> parts_of(const std::string& mail)
{
    return {read_mail(mail).text, mail.substr(mail.find("text/html"))};
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
    CHECK(whole.subject_line == 1);
    CHECK(whole.text_line == 6);
    CHECK(whole.html_line == 9);
    CHECK(parse_message_template("Subject: x\n\n <HTML>x</HTML>").text.empty());
    CHECK(parse_message_template("From: a@b.example\nSubject: x\n\n\n\ny").text_line == 6);
    for (const char* nameless : {"Hallo: so geht es, ohne Betreff", "Subject: \n\nText",
                                 "From: a@b.example\n\nText", "<html>x</html>"})
        CHECK(throws(ErrorKind::rejected, [&] { parse_message_template(nameless); }));
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
    const auto page = message_from(store, "<html><BODY>x</BODY></html>");
    CHECK(page.find("<hr>") < page.find("</BODY>"));
}

TEST_CASE("each part of a message says it, whatever the other one does")
{
    auto store = sender_store();
    change(store, "UPDATE contact SET street = 'Hof 1', postcode = '10115', city = 'Berlin' "
                  "WHERE id = 1");
    const auto said = [&](const char* file) { return parts_of(message_from(store, file)); };
    constexpr const char* sender = "Eigene GmbH \u00B7 Hof 1 \u00B7 10115 Berlin";
    constexpr const char* link = "mailto:buero@eigene.example?subject=";
    SUBCASE("the link in the HTML alone")
    {
        const auto [text, html] = said("Nur Text\n<html><body><a href=\"{{unsubscribe}}\">weg</a>"
                                       "</body></html>");
        CHECK(has(text, sender));
        CHECK(has(text, link));
        CHECK(has(html, "<small>Eigene GmbH"));
        CHECK_FALSE(has(html, "Keine Werbung"));
    }
    SUBCASE("the link in the text alone")
    {
        const auto [text, html] = said("Weg: {{unsubscribe}}\n<html><body>Angebot"
                                       "<!-- <a href=\"{{unsubscribe}}\"> --></body></html>");
        CHECK(has(text, "Weg: mailto:"));
        CHECK(has(text, sender));
        CHECK_FALSE(has(text, "Keine Werbung"));
        CHECK(has(html, "<small>Eigene GmbH"));
        CHECK(has(html, "Keine Werbung"));
    }
    SUBCASE("the link where the recipient has a title")
    {
        const auto [text, html] = said("Nur Text{{#title}} {{unsubscribe}}{{/title}}");
        CHECK(has(text, link));
        CHECK(has(html, "Keine Werbung"));
    }
    SUBCASE("the HTML alone, of which the text is made")
    {
        const auto [text, html] = said("<html><body>{{sender}} <a href='{{unsubscribe}}'>weg</a>"
                                       "</body></html>");
        CHECK(has(text, link));
        CHECK_FALSE(has(html, "Keine Werbung"));
    }
    SUBCASE("a template that says all of it in its own way")
    {
        const auto [text, html] = said("Eigene\n GmbH, Hof 1, 10115 Berlin; weg: {{unsubscribe}}");
        CHECK_FALSE(has(text, sender));
        CHECK_FALSE(has(text, "--"));
        CHECK_FALSE(has(html, "<small>"));
        CHECK_FALSE(has(html, "Keine Werbung"));
    }
}

TEST_CASE("a recipient of whom nothing is left in the subject gets no message")
{
    auto store = sender_store();
    CHECK(throws(ErrorKind::rejected, [&] { message_from(store, "Subject: {{title}}\n\nx"); }));
}

TEST_CASE("what is wrong in a template is named with its line in the file")
{
    auto store = sender_store();
    const auto fault = [&](const char* file) {
        const auto failure = thrown([&] { message_from(store, file); });
        return failure ? std::string(failure->what()).substr(0, 7) : std::string();
    };
    CHECK(fault("Subject: {{x}}\n\nText") == "line 1 ");
    CHECK(fault("From: a@b.example\nSubject: {{x}}\n\nText") == "line 2 ");
    CHECK(fault("Subject: x\n\n\nText\n{{x}}") == "line 5 ");
    CHECK(fault("Subject: x\n\nText\n<html>\n{{x}}</html>") == "line 5 ");
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
    CHECK(has(message_from(store, "From: Ich <ich@eigene.example>\nSubject: x\n\nx"),
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
