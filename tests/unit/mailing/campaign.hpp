// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/consent.hpp"
#include "crm/mailing/response.hpp"
#include "crm/mailing/result.hpp"
#include "crm/mailing/sending.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/log/talking.hpp"
#include "tests/unit/thrown.hpp"

#include <string>
#include <utility>
#include <vector>

namespace crm::test
{

inline constexpr LocalTime at_ten{today, 10 * 60};
inline constexpr LocalTime at_noon{today, 12 * 60};

/// Ids of whom campaign_store() knows besides the own company and its staff.
inline constexpr std::int64_t mueller = 3; ///< Müller GmbH in Göttingen
inline constexpr std::int64_t eva = 4;     ///< Eva Meier, who works there
inline constexpr std::int64_t kurz = 5;    ///< Kurz KG in Bremen, nobody known there
inline constexpr std::int64_t berta = 6;   ///< Berta Lang, a consumer in Köln

inline void fill(ContactData& data, const char* street, const char* postcode, const char* city,
                 const char* email)
{
    data.values[Field::street] = street;
    data.values[Field::postcode] = postcode;
    data.values[Field::city] = city;
    data.values[Field::email] = email;
    data.values[Field::customer] = "yes";
}

/// Customers who may be written to by post, and by e-mail.
inline Store campaign_store()
{
    auto store = small_company();
    auto company = named("Kurz KG");
    fill(company, "Am Wall 3", "28195", "Bremen", "info@kurz.example");
    add(store, ContactKind::company, company);
    auto person = named("Berta Lang");
    fill(person, "Ring 1", "50667", "Köln", "berta@lang.example");
    add(store, ContactKind::person, person);
    Transaction transaction(store);
    ContactData more;
    fill(more, "Markt 1", "37073", "Göttingen", "info@mueller.example");
    ContactWriter(store, today).change(mueller, more);
    set_setting(store, "consent.email.business", "presumed");
    set_setting(store, "consent.email.consumer", "allowed");
    transaction.commit();
    return store;
}

inline NewMailing mailing_of(const std::string& name, const std::string& channel = "email",
                             Per per = Per::company)
{
    NewMailing wanted;
    wanted.name = name;
    wanted.filter = "--customer";
    wanted.query.channel = channel;
    wanted.query.per = per;
    wanted.query.today = today;
    wanted.query.filter.customers = true;
    return wanted;
}

/// Makes a mailing in a transaction of its own.
inline Mailing created(Store& store, const NewMailing& wanted)
{
    Transaction transaction(store);
    create_mailing(store, wanted, at_ten);
    transaction.commit();
    return mailing_by_name(store, wanted.name);
}

/// What an export did.
struct Exported {
    std::vector<std::string> numbers;
    std::vector<std::string> left_out; ///< "10003 Kurz KG: blocked on ..."
    int recorded = 0;
};

/// Hands out a mailing and records it, in a transaction of its own.
inline Exported exported(Store& store, const Mailing& mailing, LocalTime at = at_noon)
{
    Exported result;
    Transaction transaction(store);
    SendingRecorder recorder(store, mailing, at);
    list_sendable(
        store, mailing, at.day,
        [&](const Frozen& frozen) {
            result.numbers.push_back(frozen.recipient.number);
            result.recorded += recorder.record(frozen) ? 1 : 0;
            return true;
        },
        [&](const LeftOut& one) {
            result.left_out.push_back(one.number + ' ' + one.name + ": " + one.reason);
        });
    transaction.commit();
    return result;
}

inline bool answered(Store& store, const Mailing& mailing, std::int64_t contact,
                     std::string_view word, LocalTime at = at_noon)
{
    Transaction transaction(store);
    const bool recorded = respond(store, mailing, contact_by_id(store, contact), word, at);
    transaction.commit();
    return recorded;
}

inline void blocked(Store& store, std::int64_t contact, std::string_view channel,
                    LocalTime at = at_ten)
{
    Transaction transaction(store);
    block_channel(store, contact, channel, {"will nicht", ""}, at);
    transaction.commit();
}

/// A confirmed sale as the import of a former system leaves it.
inline void bought(Store& store, std::int64_t contact, const char* day, std::int64_t cents,
                   const char* status = "confirmed", const char* kind = "sale",
                   const char* currency = "EUR")
{
    Transaction transaction(store);
    const auto number = value(store, "SELECT 'A' || (count(*) + 1) FROM order_head");
    store
        .prepare(R"sql(
            INSERT INTO order_head (number, number_key, kind, status, contact_id, date, currency,
                                    tax_case, net)
            VALUES (:number, :number, :kind, :status, :contact, :day, :currency, 'domestic',
                    :net))sql")
        .bind(":number", number)
        .bind(":kind", kind)
        .bind(":status", status)
        .bind(":contact", contact)
        .bind(":day", day)
        .bind(":currency", currency)
        .bind(":net", cents)
        .run();
    transaction.commit();
}

} // namespace crm::test
