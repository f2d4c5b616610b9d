// SPDX-License-Identifier: MIT
#include "crm/openitems/seller.hpp"

#include "crm/base/items.hpp"
#include "crm/openitems/compulsory.hpp"

namespace crm
{

namespace
{

Statement& bind(Statement& statement, const Sender& sender)
{
    return statement.bind(":address", joined(sender.address, "\n"))
        .bind(":phone", sender.phone)
        .bind(":email", sender.email)
        .bind(":web", sender.web)
        .bind(":vat_id", sender.vat_id)
        .bind(":tax_number", sender.tax_number)
        .bind(":register", sender.commercial_register)
        .bind(":iban", sender.iban)
        .bind(":bic", sender.bic);
}

/// The one that looks the same, else a new one.
std::int64_t recorded(Store& store, const Sender& sender)
{
    auto same = store.prepare(R"sql(
        SELECT id FROM seller
         WHERE (address, phone, email, web, vat_id, tax_number, register, iban, bic)
             = (:address, :phone, :email, :web, :vat_id, :tax_number, :register, :iban, :bic))sql");
    bind(same, sender);
    if (same.step())
        return same.integer(0);
    auto insert = store.prepare(R"sql(
        INSERT INTO seller (address, phone, email, web, vat_id, tax_number, register, iban, bic)
        VALUES (:address, :phone, :email, :web, :vat_id, :tax_number, :register, :iban, :bic))sql");
    bind(insert, sender).run();
    return store.last_id();
}

} // namespace

std::optional<std::int64_t> Sellers::id_for(const Document& document)
{
    if (document.side == Side::payable || document.historical)
        return std::nullopt;
    auto& known = known_on(document.date);
    if (!missing_seller_data(known.sender, document).empty())
        return std::nullopt;
    return id_of(known);
}

std::int64_t Sellers::id_on(Date day)
{
    return id_of(known_on(day));
}

Sellers::Known& Sellers::known_on(Date day)
{
    auto known = known_.find(day);
    if (known == known_.end())
        known = known_.emplace(day, Known{own_sender(store_, day), {}}).first;
    return known->second;
}

std::int64_t Sellers::id_of(Known& known)
{
    if (!known.id)
        known.id = recorded(store_, known.sender);
    return *known.id;
}

Sender seller_of(Store& store, const Document& document, Date day)
{
    return document.seller_id ? recorded_seller(store, *document.seller_id)
                              : own_sender(store, day);
}

Sender recorded_seller(Store& store, std::int64_t id)
{
    auto query = store.prepare(R"sql(
        SELECT address, phone, email, web, vat_id, tax_number, register, iban, bic
          FROM seller
         WHERE id = :id)sql");
    query.bind(":id", id).step();
    Sender sender;
    sender.address = lines_of(query.text(0));
    sender.complete = true;
    sender.phone = query.string(1);
    sender.email = query.string(2);
    sender.web = query.string(3);
    sender.vat_id = query.string(4);
    sender.tax_number = query.string(5);
    sender.commercial_register = query.string(6);
    sender.iban = query.string(7);
    sender.bic = query.string(8);
    return sender;
}

} // namespace crm
