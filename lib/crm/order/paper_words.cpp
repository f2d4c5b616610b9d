// SPDX-License-Identifier: MIT
#include "crm/order/paper_words.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr PaperWords german = {
    .position = "Pos.",
    .sku = "Artikel",
    .text = "Bezeichnung",
    .quantity = "Menge",
    .price = "Preis",
    .discount = "Rabatt",
    .net = "Betrag",
    .net_total = "Summe netto",
    .tax = "{} % USt. auf {}",
    .gross_total = "Gesamtbetrag",
    .draft = "Entwurf",
};

constexpr PaperWords english = {
    .position = "No.",
    .sku = "Item",
    .text = "Description",
    .quantity = "Quantity",
    .price = "Price",
    .discount = "Discount",
    .net = "Amount",
    .net_total = "Net total",
    .tax = "{} % VAT on {}",
    .gross_total = "Total",
    .draft = "Draft",
};

/// In the order of PaperKind.
constexpr std::array<std::pair<const char*, const char*>, 11> titles = {{
    {"Angebot", "Quotation"},
    {"Auftragsbestätigung", "Order confirmation"},
    {"Anfrage", "Request for quotation"},
    {"Bestellung", "Purchase order"},
    {"Lieferschein", "Delivery note"},
    {"Wareneingang", "Goods receipt"},
    {"Rückgabeschein", "Return note"},
    {"Rechnung", "Invoice"},
    {"Rechnungskorrektur", "Credit note"},
    {"Eingangsrechnung", "Supplier's invoice"},
    {"Gutschrift des Lieferanten", "Supplier's credit note"},
}};

const char* choose(Language language, const char* in_german, const char* in_english)
{
    return language == Language::german ? in_german : in_english;
}

template<class... Args>
std::string filled(const char* pattern, const Args&... args)
{
    return fmt::format(fmt::runtime(pattern), args...);
}

void add_terms(std::vector<std::string>& sentences, const Paper& paper)
{
    const auto language = paper.language;
    for (const auto& step : paper.terms.steps) {
        const auto discount = share(paper.gross(), step.rate);
        sentences.push_back(
            filled(choose(language, "Bei Zahlung bis {} {} % Skonto ({} {}): zu zahlen sind {} {}.",
                          "If paid by {}: {} % discount ({} {}), amount payable {} {}."),
                   written(language, paper.date + std::chrono::days(step.days)),
                   written(language, step.rate), written(language, discount), paper.currency,
                   written(language, paper.gross() - discount), paper.currency));
    }
    if (paper.due)
        sentences.push_back(paper.due <= paper.date
                                ? choose(language, "Zahlbar sofort ohne Abzug.",
                                         "Payable at once without deduction.")
                                : filled(choose(language, "Zahlbar bis {} ohne Abzug.",
                                                "Payable by {} without deduction."),
                                         written(language, *paper.due)));
}

void add_exemption(std::vector<std::string>& sentences, const Paper& paper)
{
    if (paper.tax_case == TaxCase::intra_community) {
        sentences.push_back(choose(
            paper.language, "Steuerfreie innergemeinschaftliche Lieferung (§ 4 Nr. 1b UStG).",
            "VAT-exempt intra-community supply (§ 4 no. 1b UStG)."));
        if (!paper.recipient_vat_id.empty())
            sentences.push_back(
                filled(choose(paper.language, "Ihre USt-IdNr.: {}", "Your VAT ID: {}"),
                       paper.recipient_vat_id));
    }
    if (paper.tax_case == TaxCase::export_)
        sentences.push_back(choose(paper.language,
                                   "Steuerfreie Ausfuhrlieferung (§ 4 Nr. 1a UStG).",
                                   "VAT-exempt export (§ 4 no. 1a UStG)."));
}

/// Whether all lines were delivered with one note: then it stands in the head.
bool one_delivery(const Paper& paper)
{
    return !paper.lines.empty() &&
           std::all_of(paper.lines.begin(), paper.lines.end(), [&](const PaperLine& line) {
               return line.delivered_on && line.delivered_on == paper.lines.front().delivered_on &&
                      line.delivery == paper.lines.front().delivery;
           });
}

bool is_invoice(const Paper& paper)
{
    return paper.kind == PaperKind::invoice || paper.kind == PaperKind::supplier_invoice;
}

std::vector<std::pair<std::string, std::string>> paper_facts(const Paper& paper)
{
    const auto language = paper.language;
    std::vector<std::pair<std::string, std::string>> facts;
    const auto add = [&](const char* in_german, const char* in_english, const std::string& value) {
        if (!value.empty())
            facts.emplace_back(choose(language, in_german, in_english), value);
    };
    const auto add_day = [&](const char* in_german, const char* in_english,
                             const std::optional<Date>& day) {
        if (day)
            add(in_german, in_english, written(language, *day));
    };
    add_day("Datum", "Date", paper.date);
    add("Kundennummer", "Customer number",
        paper.kind == PaperKind::inquiry || paper.kind == PaperKind::purchase_order ||
                paper.kind == PaperKind::goods_receipt ||
                paper.kind == PaperKind::supplier_invoice ||
                paper.kind == PaperKind::supplier_credit
            ? ""
            : paper.contact_number);
    add("Auftrag", "Order", paper.order);
    add("Korrigiert", "Corrects", paper.corrects);
    if (one_delivery(paper)) {
        add_day("Lieferdatum", "Date of supply", paper.lines.front().delivered_on);
        add("Lieferschein", "Delivery note", paper.lines.front().delivery);
    }
    add("Ihr Zeichen", "Your reference", paper.reference);
    add("Leitweg-ID", "Buyer reference", paper.buyer_reference);
    add_day("Liefertermin", "Delivery by", paper.deliver_by);
    add_day("Gültig bis", "Valid until", paper.valid_until);
    add("Ansprechpartner", "Contact", paper.clerk);
    add("Telefon", "Phone", paper.clerk_phone);
    return facts;
}

} // namespace

const PaperWords& words_of(Language language)
{
    return language == Language::german ? german : english;
}

std::string paper_title(const Paper& paper)
{
    const auto& title = titles.at(static_cast<std::size_t>(paper.kind));
    auto text = filled("{} {}", choose(paper.language, title.first, title.second), paper.number);
    if (paper.draft)
        text += filled(" ({})", words_of(paper.language).draft);
    return text;
}

std::vector<std::string> paper_sentences(const Paper& paper)
{
    std::vector<std::string> sentences;
    if (!paper.text.empty())
        sentences.push_back(paper.text);
    if (!paper.shows_prices())
        return sentences;
    add_exemption(sentences, paper);
    if (is_invoice(paper))
        add_terms(sentences, paper);
    else if (paper.kind == PaperKind::quote)
        sentences.push_back(choose(paper.language, "Wir freuen uns auf Ihren Auftrag.",
                                   "We look forward to your order."));
    return sentences;
}

namespace
{

/// "Charge A7, mindestens haltbar bis 01.03.2027: 5 Stück".
std::string lot_words(const Paper& paper, const PaperLine& line, const PaperLot& lot)
{
    const auto language = paper.language;
    std::string words;
    if (!lot.best_before || lot.lot != to_string(*lot.best_before)) // else it has no other name
        words = filled(choose(language, "Charge {}", "lot {}"), lot.lot);
    if (lot.best_before)
        words.append(words.empty() ? "" : ", ")
            .append(filled(choose(language, "mindestens haltbar bis {}", "best before {}"),
                           written(language, *lot.best_before)));
    if (lot.quantity != line.quantity)
        words.append(": ").append(written(language, lot.quantity));
    if (lot.quantity != line.quantity && !line.unit.empty())
        words.append(" ").append(line.unit);
    return words;
}

} // namespace

std::string delivery_of(const Paper& paper, const PaperLine& line)
{
    std::string lots;
    for (const auto& lot : line.lots)
        lots.append(lots.empty() ? "" : "; ").append(lot_words(paper, line, lot));
    if (!lots.empty())
        return lots;
    if (!line.delivered_on || one_delivery(paper))
        return "";
    const auto day = written(paper.language, *line.delivered_on);
    if (line.delivery.empty())
        return filled(choose(paper.language, "Leistung vom {}", "supplied on {}"), day);
    return filled(choose(paper.language, "Lieferschein {} vom {}", "delivery note {} of {}"),
                  line.delivery, day);
}

LetterFrame paper_frame(const Paper& paper)
{
    return {paper.language,  paper_title(paper), paper.sender.address,
            paper.recipient, paper_facts(paper), sender_foot(paper.sender, paper.language)};
}

} // namespace crm
