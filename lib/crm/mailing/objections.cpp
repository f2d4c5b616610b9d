// SPDX-License-Identifier: MIT
#include "crm/mailing/objections.hpp"

#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/mailing/letter_box.hpp"

namespace crm
{

namespace
{

// In the order in which they were said: the last one counts.
constexpr const char* words_sql = R"sql(
    SELECT contact_id, state, substr(at, 1, 10) FROM consent WHERE channel = :channel ORDER BY id)sql";

constexpr const char* merged_sql = R"sql(
    SELECT id, merged_into_id FROM contact WHERE merged_into_id IS NOT NULL)sql";

/// Whose mailbox it is, and the company that gave it to them.
constexpr const char* mail_box_sql = R"sql(
    SELECT p.contact_id, e.company_id
      FROM contact_point_index AS p
      LEFT JOIN employment AS e ON e.id = p.employment_id
     WHERE p.value = :email AND p.kind = 'email'
       AND (e.id IS NULL OR (coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day)))sql";

constexpr const char* namesakes_sql =
    "SELECT contact_id FROM contact_name_index WHERE name_key = :key";

constexpr const char* contact_sql = R"sql(
    SELECT id, street, postcode, city, country FROM contact WHERE id = :contact AND kind = :kind)sql";

constexpr const char* employers_sql = R"sql(
    SELECT k.id, k.street, k.postcode, k.city, k.country
      FROM employment AS e
      JOIN contact AS k ON k.id = e.company_id
     WHERE e.person_id = :contact
       AND coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day)sql";

constexpr const char* further_address_sql = "SELECT 1 FROM address WHERE contact_id = :contact";

std::string person_name(const Recipient& recipient)
{
    return recipient.given_name.empty() ? recipient.family_name
                                        : recipient.given_name + ' ' + recipient.family_name;
}

std::unordered_map<std::int64_t, std::int64_t> merged_contacts(Store& store)
{
    auto query = store.prepare(merged_sql);
    std::unordered_map<std::int64_t, std::int64_t> merged;
    while (query.step())
        merged.emplace(query.integer(0), query.integer(1));
    return merged;
}

} // namespace

Objections::Objections(Store& store, std::string_view channel, std::string_view home, Date day)
    : store_(store), home_(home), day_(day), by_post_(channel == "post"),
      by_email_(channel == "email" || channel == "newsletter")
{
    if (by_post_ || by_email_)
        read_words(channel);
}

/// A contact who was merged into another speaks for that one.
void Objections::read_words(std::string_view channel)
{
    const auto merged = merged_contacts(store_);
    auto words = store_.prepare(words_sql);
    words.bind(":channel", channel);
    while (words.step()) {
        auto id = words.integer(0);
        if (const auto other = merged.find(id); other != merged.end())
            id = other->second;
        const auto place = static_cast<std::size_t>(id);
        const bool blocked = words.text(1) == "block";
        if (place >= objected_on_.size())
            objected_on_.resize(place + 1);
        objected_on_[place] = blocked ? words.date(2) : std::nullopt;
        any_ = any_ || blocked;
    }
}

bool Objections::objects(std::int64_t contact_id) const
{
    const auto place = static_cast<std::size_t>(contact_id);
    return place < objected_on_.size() && objected_on_[place].has_value();
}

std::string Objections::against(const Recipient& recipient)
{
    if (!any_)
        return "";
    return by_post_ ? at_letter_box(recipient) : at_mail_box(recipient.email);
}

std::string Objections::at_mail_box(std::string_view email)
{
    auto holders = store_.prepare(mail_box_sql);
    holders.bind(":email", lower(email)).bind(":day", day_);
    while (holders.step())
        for (const auto holder : {holders.integer(0), holders.optional_integer(1).value_or(0)})
            if (objects(holder))
                return format("blocked: same e-mail address as {}", objector(holder));
    return "";
}

std::string Objections::at_letter_box(const Recipient& recipient)
{
    std::string place;
    const auto at = [&](ContactKind kind, std::string_view name) -> std::string {
        if (name.empty())
            return "";
        const auto& boxes = letter_boxes(kind, name);
        if (place.empty() && !boxes.empty())
            place = letter_place(recipient.street, recipient.postcode, recipient.city,
                                 recipient.country);
        for (const auto& box : boxes)
            if (box.place == place)
                return format("blocked: same name and address as {}", objector(box.contact_id));
        return "";
    };
    auto reason = at(ContactKind::person, person_name(recipient));
    return reason.empty() ? at(ContactKind::company, recipient.company) : reason;
}

const Objections::LetterBoxes& Objections::letter_boxes(ContactKind kind, std::string_view name)
{
    const auto key = contact_name_key(kind, name);
    const auto [found, added] =
        letter_boxes_.try_emplace(fmt::format("{} {}", to_string(kind), key));
    if (!added)
        return found->second;
    auto namesakes = store_.prepare(namesakes_sql);
    namesakes.bind(":key", key);
    while (namesakes.step())
        if (objects(namesakes.integer(0)))
            add_letter_boxes(found->second, kind, namesakes.integer(0));
    return found->second;
}

void Objections::add_letter_boxes(LetterBoxes& boxes, ContactKind kind, std::int64_t contact_id)
{
    auto contact = store_.prepare(contact_sql);
    contact.bind(":contact", contact_id).bind(":kind", to_string(kind));
    if (!contact.step())
        return;
    add_letter_box(boxes, contact_id, contact);
    if (kind != ContactKind::person)
        return;
    auto employers = store_.prepare(employers_sql);
    employers.bind(":contact", contact_id).bind(":day", day_);
    while (employers.step())
        add_letter_box(boxes, contact_id, employers);
}

void Objections::add_letter_box(LetterBoxes& boxes, std::int64_t contact_id, const Statement& where)
{
    Address at;
    at.street = where.text(1);
    at.postcode = where.text(2);
    at.city = where.text(3);
    at.country = where.text(4);
    if (at.street.empty() || at.city.empty()) {
        auto further = store_.prepare(further_address_sql);
        if (!further.bind(":contact", where.integer(0)).step())
            return;
        at = chosen_address(store_, where.integer(0), "main", day_);
    }
    const auto& country = at.country.empty() ? home_ : at.country;
    boxes.push_back({letter_place(at.street, at.postcode, at.city, country), contact_id});
}

std::string Objections::objector(std::int64_t contact_id) const
{
    const auto day = objected_on_[static_cast<std::size_t>(contact_id)];
    return format("{} who objected on {}", contact_by_id(store_, contact_id).number,
                  to_string(day.value()));
}

} // namespace crm
