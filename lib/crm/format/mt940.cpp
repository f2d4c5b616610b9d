// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/format/bank_statement.hpp"
#include "crm/format/mt940_purpose.hpp"

#include <algorithm>
#include <map>

namespace crm
{

namespace
{

/// A tag and what follows it, lines joined: "61", "2606010601CR1190,00NTRFNONREF".
struct Field {
    std::string tag;
    std::string text;
};

bool begins_field(std::string_view line)
{
    const auto colon = line.find(':', 1);
    return line.size() > 3 && line[0] == ':' && colon != std::string_view::npos && colon <= 4;
}

std::vector<Field> fields_of(std::string_view text)
{
    std::vector<Field> fields;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        auto line = text.substr(start, end - start);
        start = end + 1;
        while (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (begins_field(line)) {
            const auto colon = line.find(':', 1);
            fields.push_back(
                {std::string(line.substr(1, colon - 1)), std::string(line.substr(colon + 1))});
        } else if (line.starts_with("-") && line.size() <= 2) {
            fields.push_back({"-", ""});
        } else if (!fields.empty() && fields.back().tag != "-" && !line.starts_with("{")) {
            fields.back().text += fields.back().tag == "61" ? "\n" : "";
            fields.back().text += line;
        }
    }
    return fields;
}

[[noreturn]] void refuse(const Field& field)
{
    throw error(ErrorKind::rejected, "':{}:{}' is no line of an MT940 statement", field.tag,
                field.text);
}

/// YYMMDD
Date day_of(const Field& field, std::string_view digits)
{
    if (digits.size() < 6)
        refuse(field);
    const auto day = parse_iso_date(
        fmt::format("20{}-{}-{}", digits.substr(0, 2), digits.substr(2, 2), digits.substr(4, 2)));
    if (!day)
        refuse(field);
    return *day;
}

/// The German IBAN of a bank code and an account number (ISO 13616): DE, two check digits, both.
std::string german_iban(std::string_view bank, std::string_view account)
{
    const auto number = fmt::format("{:0>8}{:0>10}", bank, account);
    int rest = 0;
    for (const char c : number + "131400") // D = 13, E = 14, 00
        rest = (rest * 10 + (c - '0')) % 97;
    return fmt::format("DE{:02}{}", 98 - rest, number);
}

std::string iban_of(const Field& field)
{
    const auto text = trim(field.text);
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::string(text.substr(0, text.find(' ')));
    auto account = text.substr(slash + 1);
    account = account.substr(0, account.find_first_not_of("0123456789"));
    const auto bank = text.substr(0, slash);
    if (bank.size() != 8 || bank.find_first_not_of("0123456789") != std::string_view::npos ||
        account.empty() || account.size() > 10)
        refuse(field);
    return german_iban(bank, account);
}

/// C or D, day, currency, amount.
struct Balance {
    Date day;
    std::string currency;
    Money amount;
};

Balance balance_of(const Field& field)
{
    const std::string_view text = field.text;
    if (text.size() < 11 || (text[0] != 'C' && text[0] != 'D'))
        refuse(field);
    Balance balance;
    balance.day = day_of(field, text.substr(1, 6));
    balance.currency = text.substr(7, 3);
    const auto amount = bank_amount(trim(text.substr(10)), ',');
    balance.amount = text[0] == 'D' ? -amount : amount;
    return balance;
}

/// The booking day has no year: the one next to the value date.
Date booking_day(const Field& field, Date value_date, std::string_view month_and_day)
{
    const std::chrono::year_month_day value(value_date);
    std::optional<Date> nearest;
    for (const int step : {-1, 0, 1}) {
        const auto day =
            parse_iso_date(fmt::format("{:04}-{}-{}", static_cast<int>(value.year()) + step,
                                       month_and_day.substr(0, 2), month_and_day.substr(2, 2)));
        const auto distance = [&](Date other) { return std::abs((other - value_date).count()); };
        if (day && (!nearest || distance(*day) < distance(*nearest)))
            nearest = day;
    }
    if (!nearest)
        refuse(field);
    return *nearest;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// YYMMDD[MMDD](C|D|RC|RD)[letter]amount N and three characters, reference [//bank's reference]
BankEntry entry_of(const Field& field)
{
    std::string_view text = field.text;
    BankEntry entry;
    entry.value_date = day_of(field, text);
    entry.date = entry.value_date;
    text.remove_prefix(6);
    if (text.size() > 4 && std::all_of(text.begin(), text.begin() + 4, is_digit)) {
        entry.date = booking_day(field, entry.value_date, text);
        text.remove_prefix(4);
    }
    const bool reversal = text.starts_with('R');
    if (reversal)
        text.remove_prefix(1);
    if (text.empty() || (text[0] != 'C' && text[0] != 'D'))
        refuse(field);
    const bool credit = (text[0] == 'C') != reversal;
    text.remove_prefix(1);
    if (!text.empty() && !is_digit(text[0]))
        text.remove_prefix(1); // third letter of the currency
    const auto end = std::min(text.find_first_not_of("0123456789,"), text.size());
    const auto amount = bank_amount(text.substr(0, end), ',');
    entry.amount = credit ? amount : -amount;
    if (reversal)
        entry.return_reason = "reversal";
    auto rest = text.substr(end);
    rest = rest.substr(0, rest.find('\n'));
    if (const auto bank = rest.find("//"); bank != std::string_view::npos)
        entry.reference = trim(rest.substr(bank + 2));
    return entry;
}

/// Collects the fields of one statement.
class Reader
{
  public:
    void take(const Field& field);
    void finish();
    std::vector<BankStatement> statements() { return std::move(statements_); }

  private:
    BankStatement statement_;
    std::string number_;
    bool begun_ = false;
    bool opened_ = false;
    bool closed_ = false;
    std::vector<BankStatement> statements_;
};

void Reader::take(const Field& field)
{
    if (field.tag == "20") {
        finish();
        begun_ = true;
    } else if (field.tag == "25") {
        statement_.iban = iban_of(field);
    } else if (field.tag == "28C" || field.tag == "28") {
        number_ = trim(field.text);
    } else if (field.tag == "60F" || field.tag == "60M") {
        const auto balance = balance_of(field);
        statement_.first_day = balance.day;
        statement_.opening = balance.amount;
        statement_.currency = balance.currency;
        opened_ = true;
    } else if (field.tag == "62F" || field.tag == "62M") {
        const auto balance = balance_of(field);
        statement_.last_day = balance.day;
        statement_.closing = balance.amount;
        if (balance.currency != statement_.currency)
            refuse(field);
        closed_ = true;
    } else if (field.tag == "61") {
        statement_.entries.push_back(entry_of(field));
    } else if (field.tag == "86" && !statement_.entries.empty() && !closed_) {
        read_purpose(field.text, statement_.entries.back());
    }
}

/// The number begins anew each year.
void Reader::finish()
{
    if (!begun_)
        return;
    if (!opened_ || !closed_ || statement_.iban.empty() || number_.empty())
        throw error(ErrorKind::rejected, "a statement is cut off, or lacks account or number");
    statement_.id =
        fmt::format("{}/{}", number_,
                    static_cast<int>(std::chrono::year_month_day(statement_.last_day).year()));
    statements_.push_back(std::move(statement_));
    statement_ = {};
    number_.clear();
    begun_ = opened_ = closed_ = false;
}

} // namespace

std::vector<BankStatement> read_mt940(std::string_view utf8)
{
    Reader reader;
    const auto fields = fields_of(utf8);
    if (fields.empty())
        throw error(ErrorKind::rejected, "the file is neither camt.053 nor MT940");
    for (const auto& field : fields)
        reader.take(field);
    reader.finish();
    return reader.statements();
}

} // namespace crm
