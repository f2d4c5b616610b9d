// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/extf.hpp"

#include <fmt/format.h>

#include <initializer_list>

namespace crm
{

namespace
{

constexpr std::size_t any_number = 13;

/// Builds a list of columns; texts are in quotes, numbers are not.
class Columns
{
  public:
    Columns& text(std::string title, std::size_t longest)
    {
        columns_.push_back({std::move(title), true, longest});
        return *this;
    }
    Columns& number(std::string title, std::size_t longest = any_number)
    {
        columns_.push_back({std::move(title), false, longest});
        return *this;
    }
    Columns& numbers(std::initializer_list<const char*> titles)
    {
        for (const auto* title : titles)
            number(title);
        return *this;
    }
    std::vector<ExtfColumn> take() { return std::move(columns_); }

  private:
    std::vector<ExtfColumn> columns_;
};

void add_pairs(Columns& columns, const char* name, int count, std::size_t kind, std::size_t content)
{
    for (int i = 1; i <= count; ++i)
        columns.text(fmt::format("{} - Art {}", name, i), kind)
            .text(fmt::format("{} - Inhalt {}", name, i), content);
}

std::vector<ExtfColumn> make_posting_columns()
{
    Columns c;
    c.number("Umsatz (ohne Soll/Haben-Kz)").text("Soll/Haben-Kennzeichen", 1);
    c.text("WKZ Umsatz", 3).number("Kurs").number("Basis-Umsatz").text("WKZ Basis-Umsatz", 3);
    c.number("Konto", 9).number("Gegenkonto (ohne BU-Schlüssel)", 9).text("BU-Schlüssel", 4);
    c.number("Belegdatum", 4).text("Belegfeld 1", 36).text("Belegfeld 2", 12).number("Skonto");
    c.text("Buchungstext", 60).number("Postensperre", 1).text("Diverse Adressnummer", 9);
    c.numbers({"Geschäftspartnerbank", "Sachverhalt", "Zinssperre"}).text("Beleglink", 210);
    add_pairs(c, "Beleginfo", 8, 20, 210);
    c.text("KOST1 - Kostenstelle", 36).text("KOST2 - Kostenstelle", 36).number("Kost-Menge");
    c.text("EU-Land u. UStID (Bestimmung)", 15).number("EU-Steuersatz (Bestimmung)");
    c.text("Abw. Versteuerungsart", 1)
        .numbers({"Sachverhalt L+L", "Funktionsergänzung L+L", "BU 49 Hauptfunktionstyp",
                  "BU 49 Hauptfunktionsnummer", "BU 49 Funktionsergänzung"});
    add_pairs(c, "Zusatzinformation", 20, 20, 210);
    c.numbers({"Stück", "Gewicht", "Zahlweise", "Forderungsart", "Veranlagungsjahr",
               "Zugeordnete Fälligkeit", "Skontotyp"});
    c.text("Auftragsnummer", 30).text("Buchungstyp", 2).number("USt-Schlüssel (Anzahlungen)");
    c.text("EU-Land (Anzahlungen)", 2)
        .numbers({"Sachverhalt L+L (Anzahlungen)", "EU-Steuersatz (Anzahlungen)",
                  "Erlöskonto (Anzahlungen)"});
    c.text("Herkunft-Kz", 2).text("Buchungs GUID", 36).number("KOST-Datum");
    c.text("SEPA-Mandatsreferenz", 35).number("Skontosperre").text("Gesellschaftername", 76);
    c.number("Beteiligtennummer").text("Identifikationsnummer", 11).text("Zeichnernummer", 20);
    c.number("Postensperre bis").text("Bezeichnung SoBil-Sachverhalt", 30);
    c.numbers({"Kennzeichen SoBil-Buchung", "Festschreibung", "Leistungsdatum",
               "Datum Zuord. Steuerperiode", "Fälligkeit"});
    c.text("Generalumkehr (GU)", 1).number("Steuersatz").text("Land", 2);
    c.text("Abrechnungsreferenz", 50)
        .number("BVV-Position")
        .text("EU-Land u. UStID (Ursprung)", 15);
    c.number("EU-Steuersatz (Ursprung)").number("Abw. Skontokonto");
    return c.take();
}

/// Street to town as in the own address.
void add_address(Columns& c, const char* suffix)
{
    const auto title = [&](const char* name) { return fmt::format("{}{}", name, suffix); };
    c.text(title("Adressart"), 3).text(title("Straße"), 36).text(title("Postfach"), 10);
    c.text(title("Postleitzahl"), 10).text(title("Ort"), 30).text(title("Land"), 2);
    c.text(title("Versandzusatz"), 50).text(title("Adresszusatz"), 36);
}

void add_banks(Columns& c, int first, int last)
{
    for (int i = first; i <= last; ++i) {
        const auto title = [&](const char* name) { return fmt::format("{} {}", name, i); };
        c.text(title("Bankleitzahl"), 8).text(title("Bankbezeichnung"), 30);
        c.text(title("Bankkonto-Nummer"), 10).text(title("Länderkennzeichen"), 2);
        c.text(title("IBAN-Nr."), 34).text(title("Leerfeld Bank"), 1).text(title("SWIFT-Code"), 11);
        c.text(title("Abw. Kontoinhaber"), 70).text(title("Kennz. Hauptbankverb."), 1);
        c.number(title("Bankverb. gültig von")).number(title("Bankverb. gültig bis"));
    }
}

void add_communication(Columns& c)
{
    for (const auto* kind : {"Telefon", "Telefon GL", "E-Mail", "Internet", "Fax", "Sonstige"})
        c.text(kind, 60).text(fmt::format("Bemerkung ({})", kind), 40);
}

void add_terms(Columns& c)
{
    c.text("Ansprechpartner", 40).text("Vertreter", 40).text("Sachbearbeiter", 40);
    c.numbers({"Diverse-Konto", "Ausgabeziel", "Währungssteuerung", "Kreditlimit (Debitor)",
               "Zahlungsbedingung", "Fälligkeit in Tagen (Debitor)",
               "Skonto in Prozent (Debitor)"});
    for (const int i : {1, 2, 3, 4, 5}) {
        c.number(fmt::format("Kreditoren-Ziel {} {}", i, i == 3 ? "(Brutto) Tg." : "Tg."));
        if (i != 3) // the last day without a discount
            c.number(fmt::format("Kreditoren-Skonto {} %", i));
    }
}

void add_dunning(Columns& c)
{
    c.numbers({"Mahnung", "Kontoauszug", "Mahntext 1", "Mahntext 2", "Mahntext 3",
               "Kontoauszugstext", "Mahnlimit Betrag", "Mahnlimit %", "Zinsberechnung",
               "Mahnzinssatz 1", "Mahnzinssatz 2", "Mahnzinssatz 3"});
    c.text("Lastschrift", 1).text("Leerfeld 134", 1).number("Mandantenbank");
    c.text("Zahlungsträger", 1);
}

void add_invoice_address(Columns& c)
{
    c.text("Abweichende Anrede (Rechnungsadresse)", 30);
    add_address(c, " (Rechnungsadresse)");
    c.text("Abw. Zustellbezeichnung 1 (Rechnungsadresse)", 50);
    c.text("Abw. Zustellbezeichnung 2 (Rechnungsadresse)", 36);
    c.number("Adresse Gültig von (Rechnungsadresse)")
        .number("Adresse Gültig bis (Rechnungsadresse)");
}

void add_rest(Columns& c)
{
    c.text("Nummer Fremdsystem", 15).number("Insolvent");
    for (int i = 1; i <= 10; ++i)
        c.text(fmt::format("SEPA-Mandatsreferenz {}", i), 35);
    c.numbers({"Verknüpftes OPOS-Konto", "Mahnsperre bis", "Lastschriftsperre bis",
               "Zahlungssperre bis", "Gebührenberechnung", "Mahngebühr 1", "Mahngebühr 2",
               "Mahngebühr 3", "Pauschalenberechnung", "Verzugspauschale 1", "Verzugspauschale 2",
               "Verzugspauschale 3"});
    c.text("Alternativer Suchname", 50).number("Status");
    c.numbers({"Anschrift manuell geändert (Korrespondenzadresse)",
               "Anschrift individuell (Korrespondenzadresse)",
               "Anschrift manuell geändert (Rechnungsadresse)",
               "Anschrift individuell (Rechnungsadresse)", "Fristberechnung bei Debitor",
               "Mahnfrist 1", "Mahnfrist 2", "Mahnfrist 3", "Letzte Frist"});
}

std::vector<ExtfColumn> make_account_columns()
{
    Columns c;
    c.number("Konto", 9)
        .text("Name (Adressattyp Unternehmen)", 50)
        .text("Unternehmensgegenstand", 50);
    c.text("Name (Adressattyp natürl. Person)", 30)
        .text("Vorname (Adressattyp natürl. Person)", 30);
    c.text("Name (Adressattyp keine Angabe)", 50)
        .text("Adressattyp", 1)
        .text("Kurzbezeichnung", 15);
    c.text("EU-Land", 2).text("EU-UStID", 13).text("Anrede", 30).text("Titel/Akad. Grad", 25);
    c.text("Adelstitel", 15).text("Namensvorsatz", 14);
    add_address(c, "");
    c.text("Abweichende Anrede", 30).text("Abw. Zustellbezeichnung 1", 50);
    c.text("Abw. Zustellbezeichnung 2", 36);
    c.numbers({"Kennz. Korrespondenzadresse", "Adresse Gültig von", "Adresse Gültig bis"});
    add_communication(c);
    add_banks(c, 1, 5);
    c.text("Leerfeld 96", 1).text("Briefanrede", 100).text("Grußformel", 50);
    c.text("Kunden-/Lief.-Nr.", 15).text("Steuernummer", 20).number("Sprache");
    add_terms(c);
    add_dunning(c);
    for (int i = 1; i <= 15; ++i)
        c.text(fmt::format("Indiv. Feld {}", i), 40);
    add_invoice_address(c);
    add_banks(c, 6, 10);
    add_rest(c);
    return c.take();
}

} // namespace

std::span<const ExtfColumn> posting_columns()
{
    static const auto columns = make_posting_columns();
    return columns;
}

std::span<const ExtfColumn> account_columns()
{
    static const auto columns = make_account_columns();
    return columns;
}

} // namespace crm
