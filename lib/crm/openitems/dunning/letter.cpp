// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/letter.hpp"

#include "crm/base/code_text.hpp"
#include "crm/base/items.hpp"
#include "crm/base/utf8.hpp"
#include "crm/base/width.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/manager.hpp"
#include "crm/format/letter.hpp"
#include "crm/format/payment_code.hpp"
#include "crm/format/plain_lines.hpp"
#include "crm/format/template.hpp"
#include "crm/openitems/item_contact.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// The words of the program's own parts in both languages.
struct LetterTerms {
    const char *document, *subject, *due, *amount, *to_pay, *scan;
    const char *invoice, *fee, *interest, *lumpsum, *credit, *payment, *of_day;
    const char *date, *customer, *clerk, *phone;
};

constexpr LetterTerms german = {"Beleg",
                                "Bezeichnung",
                                "Fällig",
                                "Betrag",
                                "Zu zahlen",
                                "Mit der Banking-App scannen: Die Überweisung ist dann ausgefüllt.",
                                "Rechnung",
                                "Mahngebühr",
                                "Verzugszinsen bis {}",
                                "Verzugspauschale (§ 288 Abs. 5 BGB)",
                                "abzüglich Gutschrift",
                                "abzüglich Zahlung",
                                "{} vom {}",
                                "Datum",
                                "Kundennummer",
                                "Ansprechpartner",
                                "Telefon"};

constexpr LetterTerms english = {"Document",
                                 "Description",
                                 "Due",
                                 "Amount",
                                 "To be paid",
                                 "Scan with your banking app to fill in the transfer.",
                                 "Invoice",
                                 "Reminder fee",
                                 "Default interest up to {}",
                                 "Lump sum for default (§ 288 (5) BGB)",
                                 "less credit note",
                                 "less payment",
                                 "{} of {}",
                                 "Date",
                                 "Customer number",
                                 "Contact",
                                 "Phone"};

const LetterTerms& terms_of(Language language)
{
    return language == Language::german ? german : english;
}

template<class... Args>
std::string filled(const char* pattern, const Args&... args)
{
    return fmt::format(fmt::runtime(pattern), args...);
}

/// A line of the table: all of it is text, in the language of the letter.
struct Line {
    std::string document, subject, due, amount;
};

const char* name_of(const LetterTerms& terms, std::string_view kind)
{
    const std::array<std::pair<std::string_view, const char*>, 7> names = {
        {{"invoice", terms.invoice},
         {"opening", terms.invoice},
         {"fee", terms.fee},
         {"interest", terms.interest},
         {"lumpsum", terms.lumpsum},
         {"credit", terms.credit},
         {"payment", terms.payment}}};
    const auto found =
        std::ranges::find(names, kind, &std::pair<std::string_view, const char*>::first);
    return found == names.end() ? terms.invoice : found->second;
}

/// What an earlier document is: "Rechnung vom 01.06.2026", "Verzugszinsen bis 01.07.2026".
std::string subject_of(Language language, std::string_view kind, Date day, Money open)
{
    const auto& terms = terms_of(language);
    if (kind == "interest")
        return filled(terms.interest, written(language, day));
    if (kind == "lumpsum")
        return terms.lumpsum;
    const auto* name = name_of(terms, kind == "opening" && open < Money{} ? "credit" : kind);
    return filled(terms.of_day, name, written(language, day));
}

/// The lines of what is reminded of, each with what was and is claimed for it, then of credits.
std::vector<Line> lines_of(const Reminder& reminder, Language language)
{
    const auto& terms = terms_of(language);
    std::vector<Line> lines;
    const auto add = [&](const std::string& document, std::string subject, Money amount,
                         std::string due = "") {
        if (amount != Money{})
            lines.push_back(
                {document, std::move(subject), std::move(due), written(language, amount)});
    };
    const auto add_other = [&](const OtherItem& other) {
        add(other.document, subject_of(language, other.kind, other.date, other.open), other.open);
    };
    for (const auto& item : reminder.items) {
        add(item.document, subject_of(language, to_string(item.kind), item.date, item.open),
            item.open, written(language, item.due));
        for (const auto& claim : reminder.claims)
            if (claim.claim_id == std::optional(item.document_id))
                add_other(claim);
        add(item.fee_number, terms.fee, item.fee);
        add(item.interest_number, filled(terms.interest, written(language, reminder.date)),
            item.new_interest);
        add(item.lumpsum_number, terms.lumpsum, item.lumpsum);
    }
    for (const auto& credit : reminder.credits)
        add_other(credit);
    return lines;
}

std::string table_text(const Reminder& reminder, const std::vector<Line>& lines, Language language)
{
    const auto& terms = terms_of(language);
    constexpr int amount_width = 14;
    int document = display_width(terms.document);
    int due = display_width(terms.due);
    for (const auto& line : lines) {
        document = std::max(document, display_width(line.document));
        due = std::max(due, display_width(line.due));
    }
    const int subject = std::max(plain_width - document - due - amount_width - 6, 16);
    std::string text;
    const auto print = [&](const Line& line) {
        const auto words = wrapped(line.subject, subject);
        add_line(text, padded(line.document, document, false) + "  " +
                           padded(words.front(), subject, false) + "  " +
                           padded(line.due, due, false) + "  " +
                           padded(line.amount, amount_width, true));
        for (std::size_t more = 1; more < words.size(); ++more)
            add_line(text, padded("", document + 2, false) + words[more]);
    };
    print({terms.document, terms.subject, terms.due,
           fmt::format("{} {}", terms.amount, reminder.currency)});
    for (const auto& line : lines)
        print(line);
    print({"", terms.to_pay, "", written(language, reminder.total())});
    return text;
}

constexpr const char* html_body = R"html({{#before}}<p>{{.}}</p>
{{/before}}<table class="lines dense">
<thead><tr><th class="k">{{document}}</th><th>{{subject}}</th><th class="k">{{due}}</th><th class="n">{{amount}}</th></tr></thead>
<tbody>{{#lines}}
<tr><td class="k">{{document}}</td><td>{{subject}}</td><td class="k">{{due}}</td><td class="n">{{amount}}</td></tr>{{/lines}}
</tbody>
</table>
<div class="sum">{{#code}}<div class="pay">{{{code}}}<span>{{scan}}</span></div>{{/code}}<table class="totals"><tr><td>{{to_pay}}</td><td>{{total}}</td></tr></table></div>
{{#after}}<p>{{.}}</p>
{{/after}})html";

constexpr auto html_keys =
    std::to_array<std::string_view>({"before", "document", "subject", "due", "amount", "lines",
                                     "to_pay", "total", "after", "code", "scan"});

/// The title, and the paragraphs before and after the table.
struct Words {
    std::string title;
    std::vector<std::string> before, after;
};

constexpr std::string_view table_mark = "\x01";

Words split(const std::string& text)
{
    Words words;
    const auto end = std::min(text.find('\n'), text.size());
    words.title = trim(std::string_view(text).substr(0, end));
    bool after = false;
    auto rest = std::string_view(text).substr(end);
    while (!rest.empty()) {
        const auto gap = std::min(rest.find("\n\n"), rest.size());
        const auto paragraph = trim(rest.substr(0, gap));
        rest.remove_prefix(std::min(gap + 2, rest.size()));
        if (paragraph == table_mark)
            after = true;
        else if (!paragraph.empty())
            (after ? words.after : words.before).emplace_back(paragraph);
    }
    return words;
}

Words words_for(const Reminder& reminder, const std::string& text, Language language,
                const std::string& person, const Sender& sender)
{
    Money fee, interest, lumpsum, open;
    for (const auto& item : reminder.items) {
        open += item.open;
        fee += item.fee;
        interest += item.new_interest;
        lumpsum += item.lumpsum;
    }
    const auto amount = [&](Money sum) {
        return sum == Money{} ? std::string() : written(language, sum);
    };
    TemplateValues values;
    values.set("company", sender.address.empty() ? std::string() : sender.address.front())
        .set("contact", reminder.contact)
        .set("contact_number", reminder.contact_number)
        .set("currency", reminder.currency)
        .set("date", written(language, reminder.date))
        .set("fee", amount(fee))
        .set("iban", in_fours(sender.iban))
        .set("interest", amount(interest))
        .set("items", "\n\n" + std::string(table_mark) + "\n\n")
        .set("level", std::to_string(reminder.level))
        .set("lumpsum", amount(lumpsum))
        .set("open", amount(open))
        .set("person", person)
        .set("term", written(language, reminder.term))
        .set("total", written(language, reminder.total()));
    return split(Template(text, TemplateKind::plain, letter_keys()).render(values));
}

/// A payment code for all that the letter asks for, as far as the bank of the own company is known.
std::string code_for(const Reminder& reminder, const Sender& sender)
{
    if (sender.iban.empty() || reminder.currency != "EUR" || !fits_transfer_code(reminder.total()))
        return "";
    std::vector<std::string> words = {reminder.contact_number};
    for (const auto& item : reminder.items)
        words.push_back(item.document);
    return qr_svg(
        transfer_code_text({sender.address.empty() ? "" : sender.address.front(), sender.iban,
                            sender.bic, reminder.total(), joined(words, " ")}));
}

std::string text_of(const LetterFrame& frame, const Words& words, const std::string& table)
{
    std::string body;
    const auto add = [&](const std::vector<std::string>& paragraphs) {
        for (const auto& paragraph : paragraphs) {
            for (const auto& line : wrapped(paragraph, plain_width))
                add_line(body, line);
            body += '\n';
        }
    };
    add(words.before);
    body += table + '\n';
    add(words.after);
    while (body.ends_with("\n\n"))
        body.pop_back();
    return letter_text(frame, body);
}

std::string html_of(const LetterFrame& frame, const Words& words, const std::vector<Line>& lines,
                    const Reminder& reminder, const std::string& code)
{
    const auto& terms = terms_of(frame.language);
    std::vector<TemplateValues> rows;
    for (const auto& line : lines)
        rows.push_back(TemplateValues()
                           .set("document", line.document)
                           .set("subject", line.subject)
                           .set("due", line.due)
                           .set("amount", line.amount));
    TemplateValues values;
    values.set("before", words.before)
        .set("document", terms.document)
        .set("subject", terms.subject)
        .set("due", terms.due)
        .set("amount", fmt::format("{} {}", terms.amount, reminder.currency))
        .set("lines", std::move(rows))
        .set("to_pay", fmt::format("{} {}", terms.to_pay, reminder.currency))
        .set("total", written(frame.language, reminder.total()))
        .set("after", words.after)
        .set("code", code)
        .set("scan", terms.scan);
    return letter_html(frame, Template(html_body, TemplateKind::html, html_keys).render(values));
}

/// A name of a file that no other contact has: what is no letter, digit, dot or dash of ASCII is
/// written as %XX.
std::string file_name(const std::string& number)
{
    std::string name;
    for (const char c : number)
        name += is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || (c == '.' && !name.empty())
                    ? std::string(1, c)
                    : fmt::format("%{:02X}", byte(c));
    return name;
}

} // namespace

LetterWriter::LetterWriter(Store& store, Date day, const std::string& template_folder)
    : LetterWriter(store, day, dunning_rules(store, day), template_folder)
{
}

LetterWriter::LetterWriter(Store& store, Date day, const DunningRules& rules,
                           const std::string& template_folder)
    : store_(store), day_(day), currency_(rules.currency), sender_(own_sender(store, day)),
      words_(static_cast<int>(rules.levels.size()), template_folder)
{
}

ReminderLetter LetterWriter::write(const Reminder& reminder) const
{
    const auto language = language_of(store_, reminder.contact_id);
    const auto& terms = terms_of(language);
    LetterFrame frame;
    frame.language = language;
    frame.sender = sender_.address;
    frame.recipient = reminder.address;
    frame.foot = sender_foot(sender_, language);
    frame.facts = {{terms.date, written(language, reminder.date)},
                   {terms.customer, reminder.contact_number}};
    if (const auto manager = manager_id_of(store_, reminder.contact_id, day_)) {
        const auto values = read_values(store_, *manager);
        frame.facts.emplace_back(terms.clerk, values.text(Field::name));
        if (const auto phone = first_item(values.text(Field::phone)); !phone.empty())
            frame.facts.emplace_back(terms.phone, phone);
    }
    const auto words = words_for(reminder, words_.of(reminder.level, language), language,
                                 reminder.person, sender_);
    frame.title = words.title;
    const auto lines = lines_of(reminder, language);
    ReminderLetter letter;
    letter.file = file_name(reminder.contact_number);
    if (reminder.currency != currency_)
        letter.file += "." + reminder.currency;
    letter.text = text_of(frame, words, table_text(reminder, lines, language));
    letter.html = html_of(frame, words, lines, reminder, code_for(reminder, sender_));
    return letter;
}

} // namespace crm
