// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/letter.hpp"

#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/format/payment_code.hpp"
#include "crm/format/template.hpp"
#include "crm/openitems/item_letter.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// The words of the program's own parts in both languages.
struct LetterTerms {
    const char *to_pay, *scan;
    const char *invoice, *fee, *interest, *lumpsum, *credit, *payment;
};

constexpr LetterTerms german = {"Zu zahlen",
                                "Mit der Banking-App scannen: Die Überweisung ist dann ausgefüllt.",
                                "Rechnung",
                                "Mahngebühr",
                                "Verzugszinsen bis {}",
                                "Verzugspauschale (§ 288 Abs. 5 BGB)",
                                "abzüglich Gutschrift",
                                "abzüglich Zahlung"};

constexpr LetterTerms english = {"To be paid",
                                 "Scan with your banking app to fill in the transfer.",
                                 "Invoice",
                                 "Reminder fee",
                                 "Default interest up to {}",
                                 "Lump sum for default (§ 288 (5) BGB)",
                                 "less credit note",
                                 "less payment"};

const LetterTerms& terms_of(Language language)
{
    return language == Language::german ? german : english;
}

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
        return fmt::format(fmt::runtime(terms.interest), written(language, day));
    if (kind == "lumpsum")
        return terms.lumpsum;
    const auto* name = name_of(terms, kind == "opening" && open < Money{} ? "credit" : kind);
    return dated_subject(language, name, day);
}

/// The lines of what is reminded of, each with what was and is claimed for it, then of credits.
std::vector<LetterLine> lines_of(const Reminder& reminder, Language language)
{
    const auto& terms = terms_of(language);
    std::vector<LetterLine> lines;
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
        add(item.interest_number, subject_of(language, "interest", reminder.date, item.open),
            item.new_interest);
        add(item.lumpsum_number, terms.lumpsum, item.lumpsum);
    }
    for (const auto& credit : reminder.credits)
        add_other(credit);
    return lines;
}

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

/// What the payment code says: for all that the letter asks for, as far as the bank of the own
/// company is known.
std::string code_for(const Reminder& reminder, const Sender& sender)
{
    if (sender.iban.empty() || reminder.currency != "EUR" || !fits_transfer_code(reminder.total()))
        return "";
    std::vector<std::string> words = {reminder.contact_number};
    for (const auto& item : reminder.items)
        words.push_back(item.document);
    return transfer_code_text({sender.address.empty() ? "" : sender.address.front(), sender.iban,
                               sender.bic, reminder.total(), joined(words, " ")});
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

ItemLetter LetterWriter::compose(const Reminder& reminder) const
{
    ItemLetter letter;
    letter.frame = letter_frame(store_, sender_, reminder.contact_id, reminder.contact_number,
                                reminder.address, reminder.date, day_);
    const auto language = letter.frame.language;
    const auto& terms = terms_of(language);
    auto words = words_for(reminder, words_.of(reminder.level, language), language, reminder.person,
                           sender_);
    letter.frame.title = std::move(words.title);
    letter.before = std::move(words.before);
    letter.after = std::move(words.after);
    letter.lines = lines_of(reminder, language);
    letter.currency = reminder.currency;
    letter.sum = terms.to_pay;
    letter.total = reminder.total();
    letter.code = code_for(reminder, sender_);
    letter.scan = terms.scan;
    letter.file = letter_file_name(reminder.contact_number);
    if (reminder.currency != currency_)
        letter.file += "." + reminder.currency;
    return letter;
}

} // namespace crm
