// SPDX-License-Identifier: MIT
#include "crm/base/currency.hpp"
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"
#include "crm/openitems/payable_item.hpp"
#include "crm/openitems/payment_import.hpp"
#include "crm/store/number_series.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// In the order of OpeningKey.
constexpr std::array<std::string_view, 11> names = {
    "contact_number", "document", "kind",      "date", "due",     "amount",
    "open",           "side",     "reference", "tax",  "currency"};
static_assert(names.size() == static_cast<std::size_t>(OpeningKey::currency) + 1);

constexpr std::array<std::string_view, 3> kinds = {"invoice", "credit", "opening"};

/// Splits an amount that includes tax at a rate.
DocumentTax tax_of(Money gross, Rate rate)
{
    constexpr std::int64_t whole = 10'000; // a hundred percent
    const Money net{round_half_away(Int128{gross.cents} * whole, whole + rate.hundredths)};
    return {rate, net, gross - net};
}

class Import
{
  public:
    Import(Store& store, const LedgerImportOptions& options, const ImportEvents& events)
        : store_(store), options_(options), events_(events), own_(store)
    {
    }

    RowOutcome take(const KeyedRow& row);

  private:
    Document read(const KeyedRow& row);
    void read_amounts(Document& document, const KeyedRow& row);
    [[nodiscard]] Rate rate_of(const Document& document, std::string_view typed);
    [[nodiscard]] bool known(const Document& document);

    Store& store_;
    const LedgerImportOptions& options_;
    const ImportEvents& events_;
    OwnNumbers own_;
};

RowOutcome Import::take(const KeyedRow& row)
{
    auto document = read(row);
    if (known(document)) {
        events_.skipped(row.line(), format("'{}' is known already", document.number));
        return RowOutcome::skipped;
    }
    const auto warn = [&](const std::string& sentence) { events_.warned(row.line(), sentence); };
    if (document.date > options_.today)
        warn(format("{} is still to come", to_string(document.date)));
    if (document.due && *document.due < document.date)
        warn(format("'{}' was due on {}, before its date {}", document.number,
                    to_string(*document.due), to_string(document.date)));
    post_plain_document(store_, std::move(document));
    return RowOutcome::added;
}

Document Import::read(const KeyedRow& row)
{
    const auto number = row[OpeningKey::contact_number];
    const auto contact = contact_by_number(store_, number);
    if (!contact)
        throw error(ErrorKind::rejected, "there is no contact '{}'", number);
    Document document;
    document.contact_id = contact->id;
    document.kind = DocumentKind::opening;
    document.number = trim(row[OpeningKey::document]);
    if (document.number.empty())
        throw error(ErrorKind::rejected, "the row has no document");
    if (own_.include(document.number))
        throw error(ErrorKind::rejected, "'{}' looks like a number of an own series",
                    document.number)
            .with_hint("change the pattern of the series, `crm config list` shows it");
    const auto side = row[OpeningKey::side];
    document.side = side.empty() ? usual_side(store_, contact->id) : parse_side(side);
    document.date = parse_date(row[OpeningKey::date], options_.today);
    if (const auto due = row[OpeningKey::due]; !due.empty())
        document.due = parse_date(due, options_.today);
    document.reference = row[OpeningKey::reference];
    if (const auto currency = row[OpeningKey::currency]; !currency.empty())
        document.currency = checked_currency(currency);
    read_amounts(document, row);
    return document;
}

void Import::read_amounts(Document& document, const KeyedRow& row)
{
    const auto kind = lower(row[OpeningKey::kind]);
    if (!kind.empty() && std::ranges::find(kinds, kind) == kinds.end())
        throw error(ErrorKind::rejected, "'{}' is no kind of open item: invoice, credit", kind);
    auto amount = parse_money_in_file(row[OpeningKey::amount], options_.decimal);
    const auto typed = row[OpeningKey::open];
    auto open = typed.empty() ? amount : parse_money_in_file(typed, options_.decimal);
    if (kind == "credit" && amount > Money{}) {
        amount = -amount;
        open = open > Money{} ? -open : open;
    }
    const bool credit = amount < Money{};
    if (open == Money{} || (open < Money{}) != credit || (credit ? open < amount : open > amount))
        throw error(ErrorKind::rejected, "{} cannot be open of {}", to_string(open),
                    to_string(amount));
    const auto tax = tax_of(amount, rate_of(document, row[OpeningKey::tax]));
    document.net = tax.net;
    document.tax = tax.tax;
    document.taxes = {tax};
    document.settled_before = amount - open;
}

Rate Import::rate_of(const Document& document, std::string_view typed)
{
    if (!typed.empty()) {
        constexpr Rate all{100'00};
        const auto rate = parse_rate(typed, options_.decimal);
        if (rate < Rate{} || rate >= all)
            throw error(ErrorKind::rejected, "'{}' is no rate of tax, in percent", typed);
        return rate;
    }
    const auto taxed = tax_cases_of(store_, document.contact_id, document.side, document.date);
    return tax_rate(store_, TaxClass::standard, taxed.goods, document.date);
}

bool Import::known(const Document& document)
{
    auto query =
        store_.prepare("SELECT 1 FROM document WHERE number_key = :key AND contact_id = :contact");
    query.bind(":key", natural_key(document.number)).bind(":contact", document.contact_id);
    return query.step();
}

} // namespace

const TableKeys& opening_import_keys()
{
    static const TableKeys keys = {names, {{"contact_number"}, {"document"}, {"date"}, {"amount"}}};
    return keys;
}

ImportResult import_opening_items(Store& store, KeyedTable& table,
                                  const LedgerImportOptions& options, const ImportEvents& events)
{
    Import import(store, options, events);
    return import_keyed(store, table, options.skip_errors, events,
                        [&](const KeyedRow& row) { return import.take(row); });
}

} // namespace crm
