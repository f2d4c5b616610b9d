// SPDX-License-Identifier: MIT
#include "crm/openitems/item_letter.hpp"

#include "crm/base/code_text.hpp"
#include "crm/base/items.hpp"
#include "crm/base/utf8.hpp"
#include "crm/base/width.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/fields.hpp"
#include "crm/contact/manager.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/format/payment_code.hpp"
#include "crm/format/plain_lines.hpp"
#include "crm/format/template.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// The words of the head and the table in both languages.
struct ItemWords {
    const char *document, *subject, *due, *amount;
    const char *date, *customer, *clerk, *phone;
    const char* of_day;
};

constexpr ItemWords german = {"Beleg",        "Bezeichnung",     "Fällig",  "Betrag",   "Datum",
                              "Kundennummer", "Ansprechpartner", "Telefon", "{} vom {}"};

constexpr ItemWords english = {"Document",        "Description", "Due",   "Amount",  "Date",
                               "Customer number", "Contact",     "Phone", "{} of {}"};

const ItemWords& words_of(Language language)
{
    return language == Language::german ? german : english;
}

std::string table_text(const ItemLetter& letter)
{
    const auto& words = words_of(letter.frame.language);
    constexpr int amount_width = 14;
    int document = display_width(words.document);
    int due = display_width(words.due);
    for (const auto& line : letter.lines) {
        document = std::max(document, display_width(line.document));
        due = std::max(due, display_width(line.due));
    }
    const int subject = std::max(plain_width - document - due - amount_width - 6, 16);
    std::string text;
    const auto print = [&](const LetterLine& line) {
        const auto parts = wrapped(line.subject, subject);
        add_line(text, padded(line.document, document, false) + "  " +
                           padded(parts.front(), subject, false) + "  " +
                           padded(line.due, due, false) + "  " +
                           padded(line.amount, amount_width, true));
        for (std::size_t more = 1; more < parts.size(); ++more)
            add_line(text, padded("", document + 2, false) + parts[more]);
    };
    print({words.document, words.subject, words.due,
           fmt::format("{} {}", words.amount, letter.currency)});
    for (const auto& line : letter.lines)
        print(line);
    print({"", letter.sum, "", written(letter.frame.language, letter.total)});
    return text;
}

std::string text_of(const ItemLetter& letter)
{
    std::string body;
    const auto add = [&](const std::vector<std::string>& paragraphs) {
        for (const auto& paragraph : paragraphs) {
            for (const auto& line : wrapped(paragraph, plain_width))
                add_line(body, line);
            body += '\n';
        }
    };
    add(letter.before);
    body += table_text(letter) + '\n';
    add(letter.after);
    while (body.ends_with("\n\n"))
        body.pop_back();
    return letter_text(letter.frame, body);
}

constexpr const char* html_body = R"html({{#before}}<p>{{.}}</p>
{{/before}}<table class="lines dense">
<thead><tr><th class="k">{{document}}</th><th>{{subject}}</th><th class="k">{{due}}</th><th class="n">{{amount}}</th></tr></thead>
<tbody>{{#lines}}
<tr><td class="k">{{document}}</td><td>{{subject}}</td><td class="k">{{due}}</td><td class="n">{{amount}}</td></tr>{{/lines}}
</tbody>
</table>
<div class="sum">{{#code}}<div class="pay">{{{code}}}<span>{{scan}}</span></div>{{/code}}<table class="totals"><tr><td>{{sum}}</td><td>{{total}}</td></tr></table></div>
{{#after}}<p>{{.}}</p>
{{/after}})html";

constexpr auto html_keys =
    std::to_array<std::string_view>({"before", "document", "subject", "due", "amount", "lines",
                                     "sum", "total", "after", "code", "scan"});

std::string html_of(const ItemLetter& letter)
{
    const auto& words = words_of(letter.frame.language);
    std::vector<TemplateValues> rows;
    for (const auto& line : letter.lines)
        rows.push_back(TemplateValues()
                           .set("document", line.document)
                           .set("subject", line.subject)
                           .set("due", line.due)
                           .set("amount", line.amount));
    TemplateValues values;
    values.set("before", letter.before)
        .set("document", words.document)
        .set("subject", words.subject)
        .set("due", words.due)
        .set("amount", fmt::format("{} {}", words.amount, letter.currency))
        .set("lines", std::move(rows))
        .set("sum", fmt::format("{} {}", letter.sum, letter.currency))
        .set("total", written(letter.frame.language, letter.total))
        .set("after", letter.after)
        .set("code", letter.code.empty() ? std::string() : qr_svg(letter.code))
        .set("scan", letter.scan);
    return letter_html(letter.frame,
                       Template(html_body, TemplateKind::html, html_keys).render(values));
}

} // namespace

WrittenLetter write_letter(const ItemLetter& letter)
{
    return {letter.file, text_of(letter), html_of(letter)};
}

std::string letter_file_name(const std::string& contact_number)
{
    std::string name;
    for (const char c : contact_number)
        name += is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || (c == '.' && !name.empty())
                    ? std::string(1, c)
                    : fmt::format("%{:02X}", byte(c));
    return name;
}

std::string dated_subject(Language language, const char* name, Date day)
{
    return fmt::format(fmt::runtime(words_of(language).of_day), name, written(language, day));
}

LetterFrame letter_frame(Store& store, const Sender& sender, std::int64_t contact_id,
                         const std::string& number, std::vector<std::string> address, Date date,
                         Date day)
{
    LetterFrame frame;
    frame.language = language_of(store, contact_id);
    const auto& words = words_of(frame.language);
    frame.sender = sender.address;
    frame.recipient = std::move(address);
    frame.foot = sender_foot(sender, frame.language);
    frame.facts = {{words.date, written(frame.language, date)}, {words.customer, number}};
    if (const auto manager = manager_id_of(store, contact_id, day)) {
        const auto values = read_values(store, *manager);
        frame.facts.emplace_back(words.clerk, values.text(Field::name));
        if (const auto phone = first_item(values.text(Field::phone)); !phone.empty())
            frame.facts.emplace_back(words.phone, phone);
    }
    return frame;
}

LetterAddress letter_address(Store& store, std::int64_t contact_id, const ItemContact& who,
                             Date day)
{
    LetterAddress address;
    address.email = first_item(who.email);
    const auto postal = postal_address(store, contact_id, who.accounting_person_id, "invoice", day);
    address.lines = lines_of(postal.lines);
    if (!address.email.empty() && (who.preferred_channel == "email" || !postal.complete))
        address.channel = "email";
    else if (postal.complete)
        address.channel = "post";
    return address;
}

} // namespace crm
