// SPDX-License-Identifier: MIT
#include "crm/value_kinds.hpp"

#include <algorithm>
#include <iterator>

namespace crm
{

namespace
{

struct ValueKind {
    std::string_view name;
    ValueSource source;
    std::string_view words = ""; ///< separated by blanks
};

// A value's name says what it can be, so two sets of words have two names.
constexpr ValueKind value_kinds[] = {
    {"FILE", ValueSource::files},
    {"DIR", ValueSource::folders},
    {"CONTACT", ValueSource::contacts},
    {"KEEP", ValueSource::contacts},
    {"DROP", ValueSource::contacts},
    {"OTHER", ValueSource::contacts},
    {"COMPANY", ValueSource::companies},
    {"PERSON", ValueSource::persons},
    {"STAFF", ValueSource::staff},
    {"TAG", ValueSource::tags},
    {"ORDER", ValueSource::orders},
    {"QUOTE", ValueSource::orders},
    {"SKU", ValueSource::products},
    {"GROUP", ValueSource::groups},
    {"LOCATION", ValueSource::locations},
    {"FORMAT", ValueSource::choices, "table csv tsv json jsonl xlsx"},
    {"DIALECT", ValueSource::choices, "rfc4180 excel-de"},
    {"MARK", ValueSource::choices, "point comma"},
    {"WHEN", ValueSource::choices, "auto always never"},
    {"KIND", ValueSource::choices, "company person"},
    {"SOURCE", ValueSource::choices, "csv vcard"},
    {"ENCODING", ValueSource::choices, "auto utf-8 utf-16 windows-1252"},
    {"DELIMITER", ValueSource::choices, "auto , ; tab"},
    {"DUPLICATES", ValueSource::choices, "skip update add"},
    {"KNOWN-PRODUCTS", ValueSource::choices, "skip update"},
    {"FUNCTION", ValueSource::choices, "accounting orders delivery mailing"},
    {"USE", ValueSource::choices, "main invoice delivery pobox"},
    {"RELATION", ValueSource::choices, "parent subsidiary partner"},
    {"LOG-CHANNEL", ValueSource::choices, "phone email visit letter meeting chat fax note"},
    {"ANY-CHANNEL", ValueSource::choices, "phone email visit letter meeting chat fax note system"},
    {"DIRECTION", ValueSource::choices, "in out"},
    {"OUTCOME", ValueSource::choices, "reached absent voicemail callback"},
    {"LOG-FIELD", ValueSource::choices, "text outcome with duration follow-up agreement order"},
    {"CHANNEL", ValueSource::choices, "post email newsletter phone sms fax"},
    {"MAILING-CHANNEL", ValueSource::choices, "post email newsletter phone"},
    {"RESPONSE", ValueSource::choices, "replied bounced unsubscribed ordered"},
    {"RECIPIENT", ValueSource::choices, "company person"},
    {"REVENUE-BASIS", ValueSource::choices, "ordered invoiced"},
    {"PREFERRED-CHANNEL", ValueSource::choices,
     "post email newsletter phone sms fax mobile visit none"},
    {"PAPER", ValueSource::choices, "text html"},
    {"SIDE", ValueSource::choices, "receivable payable"},
    {"ORDER-KIND", ValueSource::choices, "sale purchase"},
    {"ORDER-STATUS", ValueSource::choices,
     "draft quote accepted lost confirmed delivered invoiced cancelled"},
    {"PAYMENT", ValueSource::choices, "transfer debit prepaid"},
    {"AGING-BASIS", ValueSource::choices, "due document"},
    {"BASIS", ValueSource::choices, "invoiced ordered"},
    {"COMPARISON", ValueSource::choices, "previous"},
    {"LEVEL", ValueSource::choices, "1 2 3"},
    {"ABC-KEY", ValueSource::choices, "customer product"},
    {"ACTIVITY-KEY", ValueSource::choices, "staff"},
    {"REPORT-KEY", ValueSource::choices,
     "month quarter year customer product group manager city country"},
    {"BANK-BOOKING", ValueSource::choices, "fee interest other"},
    {"COST-METHOD", ValueSource::choices, "average fifo"},
    {"ORDER-FIELD", ValueSource::choices,
     "reference buyer-reference person deliver-by valid-until text"},
    {"TAX", ValueSource::choices, "standard reduced zero"},
    {"PRODUCT-FIELD", ValueSource::choices,
     "price cost unit group supplier ean reorder-at order-up-to no-stock allow-negative"},
};

const ValueKind* find_kind(std::string_view name)
{
    const auto called = [&](const ValueKind& kind) { return kind.name == name; };
    const auto* found = std::find_if(std::begin(value_kinds), std::end(value_kinds), called);
    return found == std::end(value_kinds) ? nullptr : found;
}

const ValueKind* find_kind_by_last_word(std::string_view name)
{
    const auto* kind = find_kind(name);
    const auto dash = name.rfind('-');
    return kind == nullptr && dash != name.npos ? find_kind(name.substr(dash + 1)) : kind;
}

} // namespace

ValueSource value_source(std::string_view name)
{
    const auto* kind = find_kind_by_last_word(name);
    return kind == nullptr ? ValueSource::free : kind->source;
}

std::vector<std::string> value_choices(std::string_view name)
{
    const auto* kind = find_kind_by_last_word(name);
    std::vector<std::string> words;
    std::string_view rest = kind == nullptr ? "" : kind->words;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

std::string_view source_word(ValueSource source)
{
    switch (source) {
    case ValueSource::contacts:
        return "contacts";
    case ValueSource::companies:
        return "companies";
    case ValueSource::persons:
        return "persons";
    case ValueSource::staff:
        return "staff";
    case ValueSource::tags:
        return "tags";
    case ValueSource::orders:
        return "orders";
    case ValueSource::products:
        return "products";
    case ValueSource::groups:
        return "groups";
    case ValueSource::locations:
        return "locations";
    case ValueSource::free:
    case ValueSource::choices:
    case ValueSource::files:
    case ValueSource::folders:
        break;
    }
    return "";
}

} // namespace crm
