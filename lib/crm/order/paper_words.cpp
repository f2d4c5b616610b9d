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
    .copy = "Abschrift",
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
    .copy = "Copy",
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

/// What an offer or order says of payment, whose day is not known yet.
void add_future_terms(std::vector<std::string>& sentences, const Paper& paper)
{
    const auto language = paper.language;
    std::string text = choose(language, "Zahlungsbedingungen: ", "Terms of payment: ");
    for (const auto& step : paper.terms.steps)
        text += filled(choose(language, "{} % Skonto bei Zahlung innerhalb von {} Tagen, ",
                              "{} % discount if paid within {} days, "),
                       written(language, step.rate), step.days);
    text +=
        paper.terms.net_days == 0
            ? choose(language, "zahlbar sofort ohne Abzug.", "payable at once without deduction.")
            : filled(choose(language, "zahlbar innerhalb von {} Tagen ohne Abzug.",
                            "payable within {} days without deduction."),
                     paper.terms.net_days);
    sentences.push_back(std::move(text));
    if (!paper.delivery_terms.empty())
        sentences.push_back(
            filled(choose(language, "Lieferbedingungen: {}", "Terms of delivery: {}"),
                   paper.delivery_terms));
}

/// Why there is no tax on goods or services of a case (§ 14 (4) no. 8, § 14a UStG): goods that
/// leave the country are exempt, a service to a business abroad is taxed where that is.
struct Exemption {
    TaxCase tax_case;
    Supply supply;
    const char* in_german;
    const char* in_english;
};

constexpr std::array<Exemption, 4> exemptions = {{
    {TaxCase::intra_community, Supply::goods,
     "Steuerfreie innergemeinschaftliche Lieferung (§ 4 Nr. 1b UStG).",
     "VAT-exempt intra-community supply (§ 4 no. 1b UStG)."},
    {TaxCase::export_, Supply::goods, "Steuerfreie Ausfuhrlieferung (§ 4 Nr. 1a UStG).",
     "VAT-exempt export (§ 4 no. 1a UStG)."},
    {TaxCase::intra_community, Supply::service,
     "Steuerschuldnerschaft des Leistungsempfängers (§ 3a Abs. 2 UStG).",
     "Reverse charge: VAT is due by the recipient (§ 3a (2) UStG)."},
    {TaxCase::export_, Supply::service, "Nicht im Inland steuerbare Leistung (§ 3a Abs. 2 UStG).",
     "Service not taxable in Germany (§ 3a (2) UStG)."},
}};

/// Why lines of ours bear no tax, with their positions unless it is about all of them. What we buy,
/// its seller says.
void add_exemptions(std::vector<std::string>& sentences, const Paper& paper)
{
    if (paper.of_purchase())
        return;
    for (const auto& exemption : exemptions) {
        std::string positions;
        std::size_t count = 0;
        for (const auto& line : paper.lines) {
            if (line.supply != exemption.supply || line.tax_case != exemption.tax_case)
                continue;
            positions.append(count++ == 0 ? "" : ", ").append(std::to_string(line.position));
        }
        if (count == 0)
            continue;
        const auto about = count == paper.lines.size()
                               ? std::string()
                               : filled("{} {}: ", words_of(paper.language).position, positions);
        sentences.push_back(about +
                            choose(paper.language, exemption.in_german, exemption.in_english));
    }
    const bool in_eu = std::ranges::find(paper.lines, TaxCase::intra_community,
                                         &PaperLine::tax_case) != paper.lines.end();
    if (in_eu && !paper.recipient_vat_id.empty())
        sentences.push_back(filled(choose(paper.language, "Ihre USt-IdNr.: {}", "Your VAT ID: {}"),
                                   paper.recipient_vat_id));
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
    add("Kundennummer", "Customer number", paper.of_purchase() ? "" : paper.contact_number);
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
    if (paper.copy)
        text += filled(" ({})", words_of(paper.language).copy);
    return text;
}

std::vector<std::string> paper_sentences(const Paper& paper)
{
    std::vector<std::string> sentences;
    if (!paper.shows_prices())
        return sentences;
    add_exemptions(sentences, paper);
    if (is_invoice(paper))
        add_terms(sentences, paper);
    if (paper.kind == PaperKind::quote || paper.kind == PaperKind::order_confirmation)
        add_future_terms(sentences, paper);
    if (paper.kind == PaperKind::quote)
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

std::string remark_on(const Paper& paper, const PaperLine& line)
{
    std::string lots;
    for (const auto& lot : line.lots)
        lots.append(lots.empty() ? "" : "; ").append(lot_words(paper, line, lot));
    if (!lots.empty())
        return lots;
    if (!line.their_sku.empty())
        return filled(choose(paper.language, "Ihre Artikelnummer {}", "your item number {}"),
                      line.their_sku);
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
