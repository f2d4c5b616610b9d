// SPDX-License-Identifier: MIT
#include "crm/card_json.hpp"

#include "crm/base/items.hpp"

namespace crm
{

namespace
{

/// What is not known is null, never an empty text.
Json known(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json json_of(const Address& a)
{
    return {{"as", a.usage},         {"street", known(a.street)}, {"postcode", known(a.postcode)},
            {"city", known(a.city)}, {"region", known(a.region)}, {"country", known(a.country)}};
}

Json json_items(std::string_view items)
{
    auto array = Json::array();
    for_each_item(items, [&](std::string_view item) { array.push_back(item); });
    return array;
}

Json json_values(const FieldValues& values)
{
    Json object = Json::object();
    for (const auto& field : fields()) {
        const auto& value = values[field.field];
        if (field.check == FieldCheck::phones || field.check == FieldCheck::emails)
            object[field.key] = json_items(values.text(field.field));
        else if (!value)
            object[field.key] = nullptr;
        else if (field.check == FieldCheck::boolean)
            object[field.key] = *value == "yes";
        else
            object[field.key] = *value;
    }
    return object;
}

Json json_of(const Employment& e)
{
    return {{"number", e.company_number},
            {"name", e.company},
            {"role", known(e.role)},
            {"department", known(e.department)},
            {"phone", json_items(e.phone)},
            {"email", json_items(e.email)},
            {"for", e.functions}};
}

Json json_of(const CardPerson& p)
{
    return {{"number", p.number},
            {"name", p.name},
            {"role", known(p.role)},
            {"phone", json_items(p.phone)},
            {"mobile", json_items(p.mobile)},
            {"email", json_items(p.email)},
            {"for", p.functions}};
}

Json json_of(const CardRelation& r)
{
    return {{"kind", r.kind}, {"number", r.number}, {"name", r.name}};
}

Json json_of(const Note& n)
{
    return {{"at", n.at}, {"staff", known(n.staff)}, {"text", n.text}, {"pinned", n.pinned}};
}

Json json_of(const Consent& c)
{
    return {{"channel", c.channel},
            {"state", c.blocks ? "block" : "allow"},
            {"at", c.at},
            {"source", known(c.source)},
            {"reason", known(c.reason)},
            {"confirmed", day_of(c.confirmed_on)},
            {"staff", known(c.staff)}};
}

Json json_of(const CardBlock& b)
{
    return {{"channel", b.block.channel},
            {"number", b.number},
            {"company", b.company},
            {"at", b.block.at},
            {"reason", known(b.block.reason)}};
}

Json json_of(const Condition& c)
{
    return {{"id", c.id},
            {"kind", to_string(c.kind)},
            {"value", value_of(c)},
            {"product", known(scope_of(c))},
            {"from", day_of(c.first_day)},
            {"to", day_of(c.last_day)},
            {"staff", known(c.staff)},
            {"agreed_with", known(c.agreed_with)},
            {"agreed_on", day_of(c.agreed_on)},
            {"note", known(c.note)}};
}

Json json_of(const LogRow& e)
{
    return {{"id", e.id},
            {"at", e.at},
            {"channel", e.channel},
            {"direction", e.direction},
            {"person", known(e.person)},
            {"staff", known(e.staff)},
            {"subject", e.subject},
            {"follow_up", day_of(e.follow_up)}};
}

Json json_of(const TradeOrder& o)
{
    return {{"number", o.number},
            {"kind", o.kind},
            {"status", o.status},
            {"date", day_of(o.date)},
            {"deliver_by", day_of(o.deliver_by)},
            {"reference", known(o.reference)},
            {"net", json_number(o.net)},
            {"currency", o.currency}};
}

Json json_of(const TradeItem& i)
{
    return {{"document", i.document},
            {"kind", i.kind},
            {"side", i.side},
            {"due", day_of(i.due)},
            {"open", json_number(i.open)},
            {"currency", i.currency}};
}

template<class Item>
Json array_of(const std::vector<Item>& items)
{
    auto array = Json::array();
    for (const auto& item : items)
        array.push_back(json_of(item));
    return array;
}

Json json_of(const FrequencyRow& f)
{
    return {{"contacts", f.contacts},
            {"first_contact", day_of(f.first_contact)},
            {"last_contact", day_of(f.last_contact)},
            {"target_days", f.target ? Json(*f.target) : Json()},
            {"state", known(f.state)}};
}

} // namespace

Json json_of(const Card& card)
{
    Json object = {{"number", card.contact.number}, {"kind", to_string(card.contact.kind)}};
    object.update(json_values(card.values));
    object["consumer"] = card.consumer;
    object["archived"] = day_of(card.archived_on);
    object["former_numbers"] = card.former_numbers;
    object["staff"] = known(card.staff_code);
    object["extension"] = known(card.extension);
    object["manager"] = known(card.manager);
    object["manager_extension"] = known(card.manager_extension);
    object["manager_absent_until"] = day_of(card.manager_absent_until);
    object["deputy"] = known(card.deputy);
    object["tags"] = card.tags;
    object["fields"] = Json::object();
    for (const auto& [key, value] : card.own_fields)
        object["fields"][key] = value;
    object["addresses"] = array_of(card.addresses);
    object["employers"] = array_of(card.employments);
    object["people"] = array_of(card.people);
    object["relations"] = array_of(card.relations);
    object["notes"] = array_of(card.notes);
    object["consents"] = array_of(card.consents);
    object["company_blocks"] = array_of(card.company_blocks);
    object["conditions"] = array_of(card.conditions);
    object["agreements"] = array_of(card.agreements);
    object["follow_ups"] = array_of(card.follow_ups);
    object["contacts"] = array_of(card.talks);
    object["open_orders"] = array_of(card.trade.orders);
    object["open_items"] = array_of(card.trade.items);
    object["open_amount"] = json_number(card.trade.balance.open);
    object["overdue_amount"] = json_number(card.trade.balance.overdue);
    object["revenue"] = json_number(card.trade.revenue);
    object["revenue_last_year"] = json_number(card.trade.revenue_last_year);
    object["last_sale"] = day_of(card.last_orders.sale);
    object["last_purchase"] = day_of(card.last_orders.purchase);
    object["frequency"] = card.frequency ? json_of(*card.frequency) : Json();
    return object;
}

} // namespace crm
