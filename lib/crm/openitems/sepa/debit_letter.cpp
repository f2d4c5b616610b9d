// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/debit_letter.hpp"

#include "crm/base/error.hpp"
#include "crm/openitems/item_contact.hpp"
#include "crm/openitems/sepa/own_account.hpp"

#include <map>

namespace crm
{

namespace
{

/// The words of a letter in both languages. What is collected is {0} the sum, {1} its currency, {2}
/// the day, {3} the account, {4} our identifier, {5} the reference of the mandate.
struct DebitWords {
    const char *title, *title_b2b;
    const char *greeting, *dear_person;
    const char *collected, *collected_each;
    const char *after, *closing;
    const char *invoice, *skonto, *sum;
};

constexpr DebitWords german = {
    "Ankündigung einer SEPA-Lastschrift",
    "Ankündigung einer SEPA-Firmenlastschrift",
    "Guten Tag,",
    "Guten Tag {},",
    "am {2} ziehen wir {0} {1} von Ihrem Konto {3} ein. Unsere Gläubiger-Identifikationsnummer ist "
    "{4}, die Referenz Ihres Mandats {5}.",
    "am {2} ziehen wir die Beträge der folgenden Belege einzeln von Ihrem Konto {3} ein, zusammen "
    "{0} {1}. Unsere Gläubiger-Identifikationsnummer ist {4}, die Referenz Ihres Mandats {5}.",
    "Bitte sorgen Sie dafür, dass Ihr Konto an diesem Tag gedeckt ist. Sie brauchen nichts zu "
    "überweisen.",
    "Mit freundlichen Grüßen",
    "Rechnung",
    "abzüglich Skonto",
    "Wird eingezogen"};

constexpr DebitWords english = {
    "Announcement of a SEPA direct debit",
    "Announcement of a SEPA business-to-business direct debit",
    "Dear Sir or Madam,",
    "Dear {},",
    "on {2} we will collect {0} {1} from your account {3}. Our creditor identifier is {4}, the "
    "reference of your mandate {5}.",
    "on {2} we will collect the amounts of the following documents one by one from your account "
    "{3}, {0} {1} together. Our creditor identifier is {4}, the reference of your mandate {5}.",
    "Please make sure that your account is covered on that day. There is no need for a transfer.",
    "Yours sincerely",
    "Invoice",
    "less discount",
    "To be collected"};

const DebitWords& words_of(Language language)
{
    return language == Language::german ? german : english;
}

template<class... Args>
std::string filled(const char* pattern, const Args&... args)
{
    return fmt::format(fmt::runtime(pattern), args...);
}

/// An account that no line breaks apart.
std::string whole_account(std::string_view iban)
{
    std::string account;
    for (const char c : in_fours(iban))
        account += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    return account;
}

using Payments = std::vector<const SepaPayment*>;

/// Writes letters of one day.
class Announcer
{
  public:
    Announcer(Store& store, Date today)
        : store_(store), today_(today), sender_(own_sender(store, today)),
          creditor_id_(creditor_id(store)), contacts_(store, today)
    {
    }

    DebitLetter write(const Payments& payments);

  private:
    void add_lines(ItemLetter& letter, const Payments& payments) const;
    [[nodiscard]] std::string announcement(const ItemLetter& letter,
                                           const Payments& payments) const;

    Store& store_;
    Date today_;
    Sender sender_;
    std::string creditor_id_;
    ItemContacts contacts_;
};

void Announcer::add_lines(ItemLetter& letter, const Payments& payments) const
{
    const auto language = letter.frame.language;
    const auto& words = words_of(language);
    for (const auto* payment : payments) {
        letter.lines.push_back({payment->document,
                                dated_subject(language, words.invoice, payment->document_date),
                                written(language, payment->due), written(language, payment->open)});
        if (payment->skonto != Money{})
            letter.lines.push_back({"", words.skonto, "", written(language, -payment->skonto)});
        letter.total += payment->amount;
    }
}

/// Each document is a debit of its own.
std::string Announcer::announcement(const ItemLetter& letter, const Payments& payments) const
{
    const auto language = letter.frame.language;
    const auto& words = words_of(language);
    const auto& payment = *payments.front();
    return filled(payments.size() == 1 ? words.collected : words.collected_each,
                  written(language, letter.total), letter.currency, written(language, payment.date),
                  whole_account(payment.party.iban), creditor_id_,
                  payment.mandate ? payment.mandate->reference : "");
}

DebitLetter Announcer::write(const Payments& payments)
{
    const auto& first = *payments.front();
    const auto& who = contacts_.of(first.contact_id);
    auto address = letter_address(store_, first.contact_id, who, today_);
    ItemLetter letter;
    letter.frame = letter_frame(store_, sender_, first.contact_id, first.party.number,
                                std::move(address.lines), today_, today_);
    const auto& words = words_of(letter.frame.language);
    const bool b2b = first.mandate && first.mandate->scheme == DebitScheme::b2b;
    letter.frame.title = b2b ? words.title_b2b : words.title;
    letter.currency = "EUR"; // SEPA moves nothing else
    letter.sum = words.sum;
    add_lines(letter, payments);
    letter.before = {who.accounting_person.empty()
                         ? words.greeting
                         : filled(words.dear_person, who.accounting_person),
                     announcement(letter, payments)};
    letter.after = {words.after, words.closing};
    if (!sender_.address.empty())
        letter.after.back() += "\n" + sender_.address.front();
    DebitLetter written;
    letter.file = letter_file_name(first.party.number) + "-" + to_string(first.date);
    written.letter = write_letter(letter);
    written.contact_number = first.party.number;
    written.contact = first.party.name;
    written.channel = address.channel;
    return written;
}

} // namespace

std::vector<DebitLetter> debit_letters(Store& store, const std::vector<SepaPayment>& payments,
                                       Date today)
{
    std::map<std::pair<std::string, Date>, Payments> groups;
    for (const auto& payment : payments)
        groups[{payment.party.number, payment.date}].push_back(&payment);
    Announcer announcer(store, today);
    std::vector<DebitLetter> letters;
    for (const auto& [key, group] : groups)
        letters.push_back(announcer.write(group));
    return letters;
}

} // namespace crm
