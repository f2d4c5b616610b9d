// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/letter.hpp"
#include "tests/unit/folder.hpp"
#include "tests/unit/openitems/dunning.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

Store with_item(const char* currency = "EUR")
{
    auto store = small_company();
    change(store, "UPDATE contact SET iban = 'DE02120300000000202051', street = 'Werkstr. 1', "
                  "postcode = '50667', city = 'Köln' WHERE id = 1;"
                  "UPDATE contact SET street = 'Ring 1', postcode = '37073' WHERE id = 3");
    owed(store, "R1", "2026-05-31", 123'450, 3, currency);
    return store;
}

WrittenLetter letter(Store& store, const char* day, const std::string& templates = "")
{
    const auto found = reminders(store, as_of(day));
    REQUIRE(found.size() == 1);
    return LetterWriter(store, on(day), templates).write(found.front());
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::string template_failure(Store& store, const Folder& folder, const std::string& text)
{
    folder.write("reminder-1.de.txt", text);
    const auto failure = thrown([&] { letter(store, "2026-06-10", (folder / "").string()); });
    REQUIRE(failure);
    CHECK(failure->kind == ErrorKind::rejected);
    const std::string what = failure->what();
    return what.substr(what.find("': ") + 3) + " | " + failure->hint;
}

} // namespace

TEST_CASE("a letter in German asks for what is open, in text and on a page")
{
    auto store = with_item();
    const auto made = letter(store, "2026-06-10");
    CHECK(made.file == "10002");
    CHECK(has(made.text, "Müller GmbH                             Datum         10.06.2026\n"));
    CHECK(has(made.text, "\nZahlungserinnerung\n\nGuten Tag,\n"));
    CHECK(has(made.text, "\nR1     Rechnung vom 31.05.2026 "));
    CHECK(has(made.text, " 31.05.2026        1.234,50\n"));
    CHECK(has(made.text, "Bitte überweisen Sie 1.234,50 EUR bis zum 20.06.2026."));
    CHECK(has(made.text, "IBAN DE02 1203 0000 0000 2020 51"));
    CHECK(has(made.html, "<html lang=\"de\">"));
    CHECK(has(made.html, "<h1>Zahlungserinnerung</h1>"));
    CHECK(has(made.html, "Müller GmbH<br>Ring 1<br>37073 Göttingen<br>"));
    CHECK(has(made.html, "<td class=\"n\">1.234,50</td>"));
    CHECK(has(made.html, "<svg xmlns="));
    CHECK_FALSE(has(made.html, "http://www.example")); // nothing is loaded
}

TEST_CASE("higher levels have other words, and show what is claimed")
{
    auto store = with_item();
    remind(store, "2026-06-10");
    const auto second = letter(store, "2026-06-17");
    CHECK(has(second.text, "\nMahnung\n"));
    CHECK(has(second.text, "Verzugszinsen bis 17.06.2026"));
    CHECK(has(second.text, "Verzugspauschale (§ 288 Abs. 5 BGB)"));
    CHECK(has(second.text, "Mahngebühr"));
    CHECK(has(second.html, "Verzugszinsen nach § 288 BGB."));
    remind(store, "2026-06-17");
    set(store, "dunning.interest", "no");
    const auto third = letter(store, "2026-06-24");
    CHECK(has(third.text, "\nLetzte Mahnung\n"));
    CHECK(has(third.text, "FO2026-00002  Verzugszinsen bis 17.06.2026"));
    CHECK_FALSE(has(third.html, "nach § 288 BGB"));
    set(store, "dunning.levels", "4");
    CHECK(has(letter(store, "2026-06-24").text, "\nMahnung\n"));
}

TEST_CASE("in English to who speaks it; another currency has no payment code and its own file")
{
    auto store = with_item("USD");
    change(store, "UPDATE contact SET language = 'en' WHERE id = 3");
    const auto made = letter(store, "2026-06-10");
    CHECK(made.file == "10002.USD");
    CHECK(has(made.text, "\nPayment reminder\n\nDear Sir or Madam,\n"));
    CHECK(has(made.text, "Please transfer 1,234.50 USD by 2026-06-20."));
    CHECK(has(made.html, "<html lang=\"en\">"));
    CHECK_FALSE(has(made.html, "<svg"));
}

TEST_CASE("credits are deducted in the letter")
{
    auto store = with_item();
    auto credit = invoice("2026-06-02", {line(3'450, 0)});
    credit.kind = DocumentKind::credit;
    posted(store, credit);
    const auto made = letter(store, "2026-06-10");
    CHECK(has(made.text, "GU2026-00001  abzüglich Gutschrift vom 02.06.2026"));
    CHECK(has(made.text, "1.200,00"));
}

TEST_CASE("what a page shows is escaped, a file's name is safe")
{
    auto store = with_item();
    change(store, "UPDATE contact SET name = 'A <b> & Co', number = '../X y' WHERE id = 3");
    const auto made = letter(store, "2026-06-10");
    CHECK(made.file == "%2E.%2FX%20y");
    CHECK(has(made.html, "A &lt;b&gt; &amp; Co<br>"));
    CHECK(has(made.text, "A <b> & Co"));
}

TEST_CASE("words of one's own take the place of ours, level by level and language by language")
{
    auto store = with_item();
    const Folder folder;
    const auto folder_name = (folder / "").string();
    folder.write("reminder-1.de.txt", "\xEF\xBB\xBFHallo {{contact}}\r\n\r\nStufe {{level}}, offen "
                                      "{{open}}{{#fee}}, Gebühr{{/fee}}\r\n\r\n{{items}}\r\n\r\n"
                                      "Ende\r\n");
    const auto made = letter(store, "2026-06-10", folder_name);
    CHECK(has(made.text, "\nHallo Müller GmbH\n\nStufe 1, offen 1.234,50\n\nBeleg"));
    CHECK(has(made.text, "\n\nEnde\n"));
    CHECK(has(made.html, "<h1>Hallo Müller GmbH</h1>"));
    change(store, "UPDATE contact SET language = 'en' WHERE id = 3");
    CHECK(has(letter(store, "2026-06-10", folder_name).text, "\nPayment reminder\n"));
}

TEST_CASE("a mistake in a template is named with its file before any letter is written")
{
    auto store = with_item();
    const Folder folder;
    CHECK(template_failure(store, folder, "Titel\n\n{{itmes}}\n")
              .starts_with("line 3 of the template: there is no key 'itmes' for a template | one "
                           "of: company, contact, "));
    CHECK(template_failure(store, folder, "Titel\n") ==
          "there is no place for what is open | a line with {{items}} alone is where it stands");
    CHECK(throws(ErrorKind::io, [&] { letter(store, "2026-06-10", "/nowhere"); }));
}

TEST_CASE("our own words are templates without a mistake")
{
    const LetterWords words(3, "");
    CHECK(words.all().size() == 6);
    const Folder folder;
    for (const auto& [name, text] : words.all())
        folder.write(name.c_str(), text);
    CHECK(LetterWords(3, (folder / "").string()).all() == words.all());
}

} // namespace crm::test
