// SPDX-License-Identifier: MIT
#include "crm/mailing/objections.hpp"

#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/mailing/letter_box.hpp"

namespace crm
{

namespace
{

// A contact who was merged into another speaks for that one.
constexpr const char* words_sql = R"sql(
    SELECT coalesce(k.merged_into_id, k.id), w.state, substr(w.at, 1, 10)
      FROM consent AS w
      JOIN contact AS k ON k.id = w.contact_id
     WHERE w.channel = :channel
     ORDER BY w.id)sql";

constexpr const char* mail_boxes_sql = R"sql(
    SELECT email FROM contact WHERE id = :contact AND email IS NOT NULL
    UNION ALL
    SELECT email
      FROM employment
     WHERE (person_id = :contact OR company_id = :contact) AND email IS NOT NULL
       AND coalesce(first_day, :day) <= :day AND coalesce(last_day, :day) >= :day)sql";

constexpr const char* contact_sql = R"sql(
    SELECT id, street, postcode, city, country, kind,
           coalesce(given_name || ' ', '') || coalesce(family_name, name)
      FROM contact
     WHERE id = :contact)sql";

constexpr const char* employers_sql = R"sql(
    SELECT k.id, k.street, k.postcode, k.city, k.country
      FROM employment AS e
      JOIN contact AS k ON k.id = e.company_id
     WHERE e.person_id = :contact
       AND coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day)sql";

std::string person_name(const Recipient& recipient)
{
    return recipient.given_name.empty() ? recipient.family_name
                                        : recipient.given_name + ' ' + recipient.family_name;
}

} // namespace

Objections::Objections(Store& store, std::string_view channel, std::string_view home, Date day)
    : store_(store), home_(home), by_post_(channel == "post"),
      by_email_(channel == "email" || channel == "newsletter")
{
    if (!by_post_ && !by_email_)
        return;
    read_words(channel);
    for (std::size_t id = 0; id < objected_on_.size(); ++id)
        if (objected_on_[id] && by_post_)
            add_letter_boxes(static_cast<std::int64_t>(id), day);
        else if (objected_on_[id])
            add_mail_boxes(static_cast<std::int64_t>(id), day);
}

void Objections::read_words(std::string_view channel)
{
    auto words = store_.prepare(words_sql);
    words.bind(":channel", channel);
    while (words.step()) {
        const auto id = static_cast<std::size_t>(words.integer(0));
        if (id >= objected_on_.size())
            objected_on_.resize(id + 1);
        objected_on_[id] = words.text(1) == "block" ? words.date(2) : std::nullopt;
    }
}

void Objections::add_mail_boxes(std::int64_t contact_id, Date day)
{
    auto query = store_.prepare(mail_boxes_sql);
    query.bind(":contact", contact_id).bind(":day", day);
    while (query.step())
        for_each_item(query.text(0), [&](std::string_view email) {
            boxes_.try_emplace(lower(email), contact_id);
        });
}

void Objections::add_letter_boxes(std::int64_t contact_id, Date day)
{
    auto contact = store_.prepare(contact_sql);
    contact.bind(":contact", contact_id).step();
    add_letter_box(contact, contact, day);
    if (contact.text(5) != "person")
        return;
    auto employers = store_.prepare(employers_sql);
    employers.bind(":contact", contact_id).bind(":day", day);
    while (employers.step())
        add_letter_box(contact, employers, day);
}

void Objections::add_letter_box(const Statement& who, const Statement& where, Date day)
{
    Address at;
    at.street = where.text(1);
    at.postcode = where.text(2);
    at.city = where.text(3);
    at.country = where.text(4);
    if (at.street.empty() || at.city.empty())
        at = chosen_address(store_, where.integer(0), "main", day);
    if (at.street.empty() || at.city.empty())
        return;
    const auto& country = at.country.empty() ? home_ : at.country;
    const auto place = letter_place(at.street, at.postcode, at.city, country);
    boxes_.try_emplace(letter_box(parse_contact_kind(who.text(5)), who.text(6), place),
                       who.integer(0));
    postcodes_.insert(fold(at.postcode));
}

std::string Objections::against(const Recipient& recipient) const
{
    if (boxes_.empty())
        return "";
    if (by_post_)
        return at_letter_box(recipient);
    const auto box = boxes_.find(lower(recipient.email));
    if (box == boxes_.end())
        return "";
    return format("blocked: same e-mail address as {}", objector(box->second));
}

std::string Objections::at_letter_box(const Recipient& recipient) const
{
    if (!postcodes_.contains(fold(recipient.postcode)))
        return "";
    const auto place =
        letter_place(recipient.street, recipient.postcode, recipient.city, recipient.country);
    const auto person = person_name(recipient);
    auto box = boxes_.end();
    if (!person.empty())
        box = boxes_.find(letter_box(ContactKind::person, person, place));
    if (box == boxes_.end() && !recipient.company.empty())
        box = boxes_.find(letter_box(ContactKind::company, recipient.company, place));
    if (box == boxes_.end())
        return "";
    return format("blocked: same name and address as {}", objector(box->second));
}

std::string Objections::objector(std::int64_t contact_id) const
{
    const auto day = objected_on_[static_cast<std::size_t>(contact_id)];
    return format("{} who objected on {}", contact_by_id(store_, contact_id).number,
                  to_string(day.value()));
}

} // namespace crm
