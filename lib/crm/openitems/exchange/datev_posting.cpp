// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/datev_posting.hpp"

#include "crm/base/error.hpp"

#include <string_view>

namespace crm
{

namespace
{

// Fields by their number in DATEV's description.
enum Field : std::size_t {
    amount = 1,
    side = 2,
    currency = 3,
    account = 7,
    contra = 8,
    tax_key = 9,
    date = 10,
    document = 11,
    text = 14,
    matter = 18,
    vat_id = 40,
    lock = 114,
    due = 117,
};

constexpr Money largest{999'999'999'999}; // ten digits before the comma

void require_account(const std::string& number, const DatevPosting& posting)
{
    const bool digits = number.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || number.size() < 4 || number.size() > 5)
        throw error(ErrorKind::rejected,
                    "'{}' is no account of DATEV with four digits, five of a "
                    "customer or supplier",
                    number)
            .with_hint("it is that of {}", posting.document);
}

} // namespace

ExtfLine line_of(const DatevPosting& posting)
{
    const bool negative = posting.amount < Money{};
    const auto positive = negative ? -posting.amount : posting.amount;
    if (positive == Money{} || positive > largest)
        throw error(ErrorKind::rejected, "{} of {} is no amount that DATEV takes",
                    to_string(posting.amount), posting.document);
    require_account(posting.account, posting);
    require_account(posting.contra, posting);
    ExtfLine line(posting_columns());
    line.amount(amount, positive)
        .text(side, posting.debit != negative ? "S" : "H")
        .text(currency, "EUR")
        .number(account, posting.account)
        .number(contra, posting.contra)
        .text(tax_key, posting.tax_key)
        .number(date, day_and_month(posting.date))
        .text(document, document_field(posting.document))
        .text(text, posting.text)
        .text(vat_id, posting.vat_id)
        .number(lock, "0");
    if (posting.matter != 0)
        line.number(matter, fmt::format("{}", posting.matter));
    if (posting.due)
        line.number(due, german_digits(*posting.due));
    return line;
}

} // namespace crm
