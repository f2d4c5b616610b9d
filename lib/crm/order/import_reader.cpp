// SPDX-License-Identifier: MIT
#include "crm/order/import_reader.hpp"

#include "crm/base/currency.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/order/place.hpp"
#include "crm/order/pricing.hpp"

#include <algorithm>
#include <map>

namespace crm
{

namespace
{

/// The contact's manager is taken where the file names none.
void set_manager(ImportReferences& references, Order& order, std::string_view code)
{
    if (code.empty())
        return;
    order.manager_id = references.staff(code);
    if (!order.manager_id)
        throw error(ErrorKind::rejected, "there is no staff member '{}'", code);
}

/// The class with the most value: freight is taxed as most of what it brings.
TaxClass main_tax(const Order& order)
{
    std::map<TaxClass, Money> nets;
    for (const auto& line : order.lines)
        if (line.product_id)
            nets[line.tax] += line.net;
    const auto most =
        std::ranges::max_element(nets, {}, [](const auto& each) { return each.second; });
    return most == nets.end() ? TaxClass::standard : most->first;
}

void check_line(const LineText& line)
{
    if (line.quantity <= Quantity{})
        throw error(ErrorKind::rejected, "the quantity {} is not above 0",
                    to_string(line.quantity));
    if (line.price && *line.price < UnitPrice{})
        throw error(ErrorKind::rejected, "the price {} is below 0", to_string(*line.price));
    if (line.discount && (*line.discount < Rate{} || *line.discount > Rate{100'00}))
        throw error(ErrorKind::rejected, "the discount {} is not between 0 and 100 %",
                    to_string(*line.discount));
}

/// A line that is no product.
OrderLine worded_line(const LineText& wanted, std::string text)
{
    if (text.empty() || !wanted.price)
        throw error(ErrorKind::rejected, "a line without product needs a text and a price");
    OrderLine line;
    line.text = std::move(text);
    line.quantity = wanted.quantity;
    line.price = *wanted.price;
    line.discount = wanted.discount.value_or(Rate{});
    line.net = line_net(line.quantity, line.price, line.discount);
    mark_given(line);
    return line;
}

} // namespace

std::vector<std::string> doubts_about_days(const ImportedOrder& imported, Date today)
{
    const auto& order = imported.order;
    std::vector<std::string> doubts;
    for (const auto& day : {std::optional(order.date), imported.delivered_on, imported.invoiced_on})
        if (day > today) // no day is before any other
            if (auto doubt = format("{} is still to come", to_string(*day));
                std::ranges::find(doubts, doubt) == doubts.end())
                doubts.push_back(std::move(doubt));
    if (imported.invoiced_on && *imported.invoiced_on < imported.delivered_on)
        doubts.push_back(format("the invoice of {} of {} lies before the delivery of {}",
                                order.number, to_string(*imported.invoiced_on),
                                to_string(*imported.delivered_on)));
    return doubts;
}

OrderReader::OrderReader(Store& store, const OrderImportOptions& options)
    : store_(store), options_(options), own_numbers_(store), references_(store, [] {})
{
}

/// Also with a time behind it, as databases write days.
std::optional<Date> OrderReader::day(std::string_view typed) const
{
    if (typed.empty())
        return std::nullopt;
    const auto gap = typed.find_first_of(" T");
    const bool timed = gap != typed.npos && gap >= 8 && typed.find(':', gap) != typed.npos;
    return parse_date(timed ? typed.substr(0, gap) : typed, options_.now.day);
}

const Product& OrderReader::product(std::string_view sku)
{
    std::string key(sku);
    if (const auto known = skus_.find(key); known != skus_.end())
        return *known->second;
    auto found = product_by_sku(store_, sku);
    const auto id = found.id;
    const auto& product = products_.try_emplace(id, std::move(found)).first->second;
    skus_.emplace(std::move(key), &product);
    return product;
}

void OrderReader::read_head(ImportedOrder& imported, const OrderRows& rows)
{
    const auto number = rows.number();
    if (own_numbers_.include(number))
        throw error(ErrorKind::rejected, "'{}' is a number of an own series", number)
            .with_hint("'crm config list' shows their patterns");
    const auto contact_number = rows.head(OrderKey::contact_number, "contact");
    const auto contact = references_.contact(contact_number);
    if (!contact)
        throw error(ErrorKind::rejected, "there is no contact '{}'", contact_number);
    const auto kind = rows.head(OrderKey::kind, "kind");
    const auto date = day(rows.head(OrderKey::date, "date"));
    if (!date)
        throw error(ErrorKind::rejected, "the order {} has no date", number);
    auto& order = imported.order;
    order =
        order_for(store_, kind.empty() ? OrderKind::sale : parse_order_kind(kind), *contact, *date);
    order.number = number;
    order.status = OrderStatus::confirmed;
    order.confirmed_on = date;
    order.historical = options_.historical;
    order.reference = rows.head(OrderKey::reference, "reference");
    set_manager(references_, order, rows.head(OrderKey::manager, "manager"));
    if (const auto person = rows.head(OrderKey::person, "person"); !person.empty())
        order.person_id = person_to_change(store_, person).id;
    if (const auto currency = rows.head(OrderKey::currency, "currency"); !currency.empty())
        order.currency = checked_currency(currency);
}

void OrderReader::read_days(ImportedOrder& imported, const OrderRows& rows)
{
    imported.order.deliver_by = day(rows.head(OrderKey::deliver_by, "delivery day"));
    imported.delivered_on = day(rows.head(OrderKey::delivered_on, "day of delivery"));
    imported.invoiced_on = day(rows.head(OrderKey::invoiced_on, "day of the invoice"));
    imported.document = rows.head(OrderKey::document, "document");
    imported.due = day(rows.head(OrderKey::due, "due day"));
    const auto& date = imported.order.date;
    if (imported.delivered_on && *imported.delivered_on < date)
        throw error(ErrorKind::rejected, "{} was delivered on {}, before it was ordered",
                    imported.order.number, to_string(*imported.delivered_on));
    if (imported.due && imported.invoiced_on && *imported.due < *imported.invoiced_on)
        throw error(ErrorKind::rejected, "{} was due on {}, before it was invoiced",
                    imported.order.number, to_string(*imported.due));
    if (!imported.invoiced_on && (imported.due || !imported.document.empty()))
        throw error(ErrorKind::rejected, "{} has a document or due day, but was not invoiced",
                    imported.order.number);
    if (own_numbers_.include(imported.document))
        throw error(ErrorKind::rejected, "'{}' is a number of an own series", imported.document);
    if (imported.invoiced_on && !imported.delivered_on)
        imported.delivered_on = imported.invoiced_on;
}

OrderLine OrderReader::read_line(const Order& order, const KeyedRow& row)
{
    const auto decimal = options_.decimal;
    const auto typed = [&](OrderKey key) { return row[key]; };
    LineText wanted;
    wanted.sku = typed(OrderKey::sku);
    if (const auto text = typed(OrderKey::quantity); !text.empty())
        wanted.quantity = parse_quantity(text, decimal);
    if (const auto text = typed(OrderKey::price); !text.empty())
        wanted.price = parse_unit_price(text, decimal);
    if (const auto text = typed(OrderKey::discount); !text.empty())
        wanted.discount = parse_rate(text, decimal);
    check_line(wanted);
    auto line = wanted.sku.empty() ? worded_line(wanted, std::string(typed(OrderKey::text)))
                                   : priced_line(store_, order, wanted, product(wanted.sku));
    if (const auto text = typed(OrderKey::text); !text.empty())
        line.text = text;
    return line;
}

/// As it stands on the invoice, in the language of who gets it.
const char* OrderReader::freight_to(std::int64_t contact_id)
{
    auto known = languages_.find(contact_id);
    if (known == languages_.end())
        known = languages_.emplace(contact_id, language_of(store_, contact_id)).first;
    return known->second == Language::german ? "Fracht" : "Freight";
}

void OrderReader::add_freight(Order& order, const OrderRows& rows)
{
    const auto typed = rows.head(OrderKey::freight, "freight");
    if (typed.empty())
        return;
    LineText wanted;
    wanted.price = parse_unit_price(typed, options_.decimal);
    if (*wanted.price == UnitPrice{})
        return;
    check_line(wanted);
    auto line = worded_line(wanted, freight_to(order.contact_id));
    line.tax = main_tax(order);
    line.tax_given = true; // there is nobody to ask where goods have several
    order.lines.push_back(std::move(line));
}

ImportedOrder OrderReader::read(const OrderRows& rows)
{
    ImportedOrder imported;
    read_head(imported, rows);
    read_days(imported, rows);
    for (std::size_t place = 0; place < rows.size(); ++place)
        try {
            imported.order.lines.push_back(read_line(imported.order, rows[place]));
        } catch (const Error& failure) {
            throw error(failure.kind, "line {}: {}", rows[place].line(), failure.what());
        }
    add_freight(imported.order, rows);
    return imported;
}

} // namespace crm
